import { isIP } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const METRICS = ['local', 'any', 'off'] as const;
const LONGEST_DRAIN = 300;

/** Everything that the environment decides. This file is the only reader of it. */
export interface Config {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** null: the local engine. */
  mongodbUri: string | null;
  /** Where people reach the product, without a slash at the end. */
  publicUrl: string;
  /** Where addresses are looked up that the gazetteer does not know, with `{address}` in it; null: nowhere. */
  geocoderUrl: string | null;
  /** Street tiles, a template with `{z}`, `{x}` and `{y}`; null: none. */
  mapTilesUrl: string | null;
  /** Whom the map names for them. */
  mapTilesAttribution: string;
  samples: boolean;
  /** smtp:// or smtps://; null: mails go into the folder `outbox` of DATA_DIR. */
  smtpUrl: string | null;
  /** Who mails come from. */
  mailFrom: string;
  /** Addresses or ranges of proxies that may say who the client is. */
  trustedProxies: string[];
  /** Cache of unpacked engines, shared by every checkout of this user. */
  cacheDir: string;
  /** PATH, for finding a `mongod`. */
  path: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Who may read /metrics: whoever asks by a loopback address, anybody, nobody. */
  metrics: (typeof METRICS)[number];
  /** How long a server that is told to stop goes on answering while others still ask it. */
  drainSeconds: number;
  /** The pages are built beforehand and served by this process; off for the API alone. */
  web: boolean;
}

/** Every problem of the environment, one a line. */
export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What is wrong with one value, and what it may be. */
class Problem extends Error {}

type Environment = Record<string, string | undefined>;

/** Reads and checks the environment; `root` is what a relative DATA_DIR is under. Throws ConfigError with every problem at once. */
export function readConfig(env: Environment, root: string): Config {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | Problem): T => {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const value = parse(text);
    if (!(value instanceof Problem)) return value;
    problems.push(`${name}=${text}: ${value.message}`);
    return fallback;
  };
  const port = read('PORT', 3000, parsePort);
  const host = read<string>('HOST', '127.0.0.1', parseHost);
  const config: Config = {
    port,
    host,
    dataDir: path.resolve(
      root,
      read<string>('DATA_DIR', '.data', (text) => text),
    ),
    mongodbUri: read<string | null>('MONGODB_URI', null, parseMongodbUri),
    publicUrl: read<string>('PUBLIC_URL', `http://localhost:${port}`, parseUrl),
    smtpUrl: read<string | null>('SMTP_URL', null, parseSmtpUrl),
    mailFrom: read<string>('MAIL_FROM', '', parseSender),
    trustedProxies: read<string[]>('TRUSTED_PROXIES', [], parseProxies),
    geocoderUrl: read<string | null>('GEOCODER_URL', null, parseGeocoderUrl),
    mapTilesUrl: read<string | null>('MAP_TILES_URL', null, parseTilesUrl),
    mapTilesAttribution: read<string>('MAP_TILES_ATTRIBUTION', '', (text) => text),
    samples: read('SAMPLE', true, parseSwitch),
    cacheDir: path.join(env.XDG_CACHE_HOME?.trim() || path.join(env.HOME?.trim() || homedir(), '.cache'), 'ibasho'),
    path: env.PATH ?? '',
    logLevel: read<Config['logLevel']>('LOG_LEVEL', 'warn', oneOf(LOG_LEVELS)),
    metrics: read<Config['metrics']>('METRICS', 'local', oneOf(METRICS)),
    drainSeconds: read('DRAIN_SECONDS', 5, parseDrain),
    web: read('WEB', true, parseSwitch),
  };
  if (config.mapTilesUrl && !config.mapTilesAttribution) {
    problems.push('MAP_TILES_ATTRIBUTION: 地図の出典を書いてください（地理院タイルなら「地理院タイル」）');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const publicHost = URL.parse(config.publicUrl)?.hostname ?? 'localhost';
  return { ...config, mailFrom: config.mailFrom || `いばしょ <noreply@${publicHost}>` };
}

function parsePort(text: string): number | Problem {
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : new Problem('ポートは 1 から 65535 までの整数です');
}

function parseHost(text: string): string | Problem {
  return /^[\w.:-]+$/.test(text)
    ? text
    : new Problem('127.0.0.1 や 0.0.0.0 のようなアドレスを、ポートやパスなしで書いてください');
}

function parseMongodbUri(text: string): string | Problem {
  return /^mongodb(\+srv)?:\/\/[^/\s]+/.test(text)
    ? text
    : new Problem('mongodb:// か mongodb+srv:// で始まり、ホスト名が要ります');
}

function parseUrl(text: string): string | Problem {
  const url = URL.parse(text);
  const ok = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search;
  return ok ? url.origin : new Problem('https://ibasho.example.jp のように、パスなしで書いてください');
}

function parseGeocoderUrl(text: string): string | Problem {
  const url = URL.parse(text);
  return url && ['http:', 'https:'].includes(url.protocol) && text.includes('{address}')
    ? text
    : new Problem(
        'https://msearch.gsi.go.jp/address-search/AddressSearch?q={address} のように、{address} を入れて書いてください',
      );
}

function parseTilesUrl(text: string): string | Problem {
  const url = URL.parse(text);
  const isTemplate = ['{z}', '{x}', '{y}'].every((axis) => text.includes(axis));
  return url && ['http:', 'https:'].includes(url.protocol) && isTemplate
    ? text
    : new Problem(
        'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png のように、{z}、{x}、{y} を入れて書いてください',
      );
}

function parseSmtpUrl(text: string): string | Problem {
  const url = URL.parse(text);
  const ok = url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
  return ok ? text : new Problem('smtp://ユーザー:パスワード@mail.example.jp:587 のように書いてください');
}

function parseSender(text: string): string | Problem {
  return /^([^<>@]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(text)
    ? text
    : new Problem('いばしょ <noreply@example.jp> か noreply@example.jp のように書いてください');
}

function parseProxies(text: string): string[] | Problem {
  const proxies = text.split(',').map((each) => each.trim());
  const valid = proxies.every((each) => isIP(each.split('/')[0] ?? '') !== 0 && /^[^/]+(\/\d{1,3})?$/.test(each));
  return valid ? proxies : new Problem('10.0.0.1,192.168.0.0/16 のようなアドレスか範囲を書いてください');
}

function parseSwitch(text: string): boolean | Problem {
  if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
  return ['off', 'false', '0', 'no'].includes(text.toLowerCase()) ? false : new Problem('on か off を書いてください');
}

function parseDrain(text: string): number | Problem {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= LONGEST_DRAIN) return seconds;
  return new Problem(`秒数は 0 から ${LONGEST_DRAIN} までの整数です`);
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | Problem =>
    values.find((value) => value === text) ?? new Problem(`${values.join(', ')} のどれかを書いてください`);
