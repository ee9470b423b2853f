import path from 'node:path';
import { become, prepare, ROOT } from './prepare.js';

// `npm run import -- FILE` and its like: what is needed, then one command of server/commands/ beside a running server.
const [script, ...args] = process.argv.slice(2);
const node = prepare();
become(node, [path.join(ROOT, script ?? ''), ...args]);
