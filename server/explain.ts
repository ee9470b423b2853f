import { type Config, ConfigError } from './config.ts';

/** Why the product could not start, in a sentence that says what to do. `config` is null where it could not be read. */
export function explain(error: unknown, config: Config | null): string {
  if (error instanceof ConfigError)
    return `環境変数に誤りがあります。何も始めていません。\n  ${error.problems.join('\n  ')}`;
  const { code, message } = error as NodeJS.ErrnoException;
  const port = config?.port ?? 0;
  if (code === 'EADDRINUSE') {
    return `ポート ${port} は別のプログラムが使っています。それを止めるか、PORT=${port + 1} npm start のように別の番号にしてください。`;
  }
  if (code === 'EACCES' && port < 1024)
    return `ポート ${port} を使う権限がありません。1024 以上の番号を PORT に書いてください。`;
  if (code === 'EADDRNOTAVAIL') return `HOST=${config?.host} はこのコンピュータのアドレスではありません。`;
  if (code === 'ENOSPC')
    return `ディスクの空きがありません（${config?.dataDir}）。空けてから、もう一度 npm start してください。`;
  if (error instanceof Error && error.name === 'MongooseServerSelectionError') {
    return `データベースにつながりません。MONGODB_URI を確かめてください。\n  ${message}`;
  }
  return message || String(error);
}
