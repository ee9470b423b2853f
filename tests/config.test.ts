import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env, '/srv/ibasho');
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
};

describe('the environment', () => {
  test('empty: every default', () => {
    expect(readConfig({ HOME: '/home/aoi' }, '/srv/ibasho')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/ibasho/.data',
      mongodbUri: null,
      publicUrl: 'http://localhost:3000',
      samples: true,
      trustedProxies: [],
      cacheDir: '/home/aoi/.cache/ibasho',
      path: '',
      logLevel: 'warn',
      web: true,
    });
  });

  test('everything set is honoured; the public address loses its slash', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/ibasho',
      MONGODB_URI: 'mongodb://db.example/ibasho',
      PUBLIC_URL: 'https://ibasho.example.jp/',
      SAMPLE: 'off',
    };
    expect(readConfig(env, '/srv/ibasho')).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/var/lib/ibasho',
      mongodbUri: 'mongodb://db.example/ibasho',
      publicUrl: 'https://ibasho.example.jp',
      samples: false,
    });
  });

  test('PUBLIC_URL follows PORT where it is not set', () => {
    expect(readConfig({ PORT: '4000' }, '/srv').publicUrl).toBe('http://localhost:4000');
  });

  test('every bad value is reported at once, each with what it may be', () => {
    const problems = problemsOf({
      PORT: '70000',
      HOST: 'a b',
      MONGODB_URI: 'postgres://x',
      PUBLIC_URL: 'ibasho',
      SAMPLE: 'maybe',
    });
    expect(problems).toEqual([
      'PORT=70000: a port is a whole number from 1 to 65535',
      'HOST=a b: an address such as 127.0.0.1 or 0.0.0.0, without port or path',
      'MONGODB_URI=postgres://x: it starts with mongodb:// or mongodb+srv:// and names a host',
      'PUBLIC_URL=ibasho: an address such as https://ibasho.example.jp, without a path',
      'SAMPLE=maybe: on or off',
    ]);
  });

  test.each(['0', '-1', '3000x', '3e3', '65536'])('PORT=%s is no port', (port) => {
    expect(problemsOf({ PORT: port })).toHaveLength(1);
  });
});
