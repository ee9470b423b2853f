import { become, build, prepare, say } from './prepare.js';

// `npm start`: everything that a bare clone needs, then the product.
const node = prepare();
if (process.env.WEB !== 'off') build(node);
say('いばしょを始めます…');
become(node, ['server/main.ts'], { bound: true });
