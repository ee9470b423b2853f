import { become, build, prepare, say } from './prepare.js';

// `npm start`: everything that a bare clone needs, then the product.
const node = prepare();
if (process.env.WEB !== 'off') build(node);
say('いばしょを始めます…');
// graphql-js looks at every value twice unless it is told so.
become(node, ['server/main.ts'], { bound: true, env: { NODE_ENV: 'production' } });
