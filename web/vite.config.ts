import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { inlineDocuments } from './inline-documents.ts';

/** The API that `vite dev` speaks to; in production pages are served by the API server itself. */
const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [
    inlineDocuments(),
    sveltekit({
      adapter: adapter({ out: here('./build') }),
      // Styles are 6 kB on the wire: inside the page they cost nothing, as files they hold up the first words.
      inlineStyleThreshold: 40_000,
      // From the root: a copy of the page for want of a network stands at any address.
      paths: { relative: false },
      // The pages start it themselves, once they have nothing better to do (copies.ts).
      serviceWorker: { register: false },
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute that Kit itself writes: it hides the text that announces a new page.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  // The floor: Chrome 100 (the newest on Android 8) and Safari 15.4.
  build: { target: ['chrome100', 'safari15.4', 'firefox102'] },
  server: {
    proxy: Object.fromEntries(['/graphql', '/photos', '/tiles', '/export'].map((path) => [path, apiOrigin])),
    fs: { allow: [here('..')] },
  },
});
