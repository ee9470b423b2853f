import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text; lines end with \n. */
  text: string;
}

/** Sends mails. */
export interface Mailer {
  /** @throws where the mail could not be handed over. */
  send(mail: Mail): Promise<void>;
}

export interface MailerOptions {
  /** smtp:// or smtps://, with user and password where needed; null: into `outbox`. */
  smtpUrl: string | null;
  from: string;
  /** Folder for mails where there is no SMTP server. */
  outbox: string;
  /** Is told where a mail was put. */
  log: (line: string) => void;
}

const TIMEOUT_MS = 10_000;

/** A mailer through an SMTP server, else into a folder, one `.eml` (RFC 5322) a mail. */
export function createMailer({ smtpUrl, from, outbox, log }: MailerOptions): Mailer {
  if (smtpUrl === null) return intoFolder(from, outbox, log);
  const transport = createTransport(smtpUrl, { from });
  const options = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  Object.assign(transport.options, options);
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail, headers: AUTOMATIC });
    },
  };
}

/** Keeps out-of-office replies away (RFC 3834). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };

function intoFolder(from: string, outbox: string, log: (line: string) => void): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...mail, headers: AUTOMATIC });
      await mkdir(outbox, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`;
      // Written aside: who watches the folder never reads half a mail.
      await writeFile(path.join(outbox, `.${name}`), message as Buffer, { mode: 0o600 });
      await rename(path.join(outbox, `.${name}`), path.join(outbox, name));
      log(`メール: ${path.join(outbox, name)}（${mail.subject}）`);
    },
  };
}
