import type { IncomingMessage } from 'node:http';
import type { Voice } from '#lib/i18n/voice.ts';

declare global {
  namespace App {
    interface Locals {
      voice: Voice;
      /** Set-Cookie headers of the API, to hand on to the browser as they are. */
      newCookies: string[];
    }
    interface Platform {
      /** The Node request. Where the API server mounts these pages it puts its own in-process `fetch` here. */
      req: IncomingMessage & {
        ibasho?: {
          fetch(request: Request): Promise<Response>;
          now?(): number;
          publicUrl: string;
          streets?: { attribution: string; isVector: boolean } | null;
        };
      };
    }
  }
}

export {};
