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
      geocoderUrl: null,
      mapTilesUrl: null,
      mapTilesAttribution: '',
      samples: true,
      smtpUrl: null,
      mailFrom: 'いばしょ <noreply@localhost>',
      trustedProxies: [],
      cacheDir: '/home/aoi/.cache/ibasho',
      path: '',
      logLevel: 'warn',
      metrics: 'local',
      drainSeconds: 5,
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
      GEOCODER_URL: 'https://geocoder.example/?q=',
      MAP_TILES_URL: 'https://tiles.example/{z}/{x}.png',
      SAMPLE: 'maybe',
      SMTP_URL: 'mail.example.jp',
      MAIL_FROM: 'Ibasho',
    });
    expect(problems).toEqual([
      'PORT=70000: ポートは 1 から 65535 までの整数です',
      'HOST=a b: 127.0.0.1 や 0.0.0.0 のようなアドレスを、ポートやパスなしで書いてください',
      'MONGODB_URI=postgres://x: mongodb:// か mongodb+srv:// で始まり、ホスト名が要ります',
      'PUBLIC_URL=ibasho: https://ibasho.example.jp のように、パスなしで書いてください',
      'SMTP_URL=mail.example.jp: smtp://ユーザー:パスワード@mail.example.jp:587 のように書いてください',
      'MAIL_FROM=Ibasho: いばしょ <noreply@example.jp> か noreply@example.jp のように書いてください',
      'GEOCODER_URL=https://geocoder.example/?q=: https://msearch.gsi.go.jp/address-search/AddressSearch?q={address} のように、{address} を入れて書いてください',
      'MAP_TILES_URL=https://tiles.example/{z}/{x}.png: https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png のように、{z}、{x}、{y} を入れて書いてください',
      'SAMPLE=maybe: on か off を書いてください',
    ]);
  });

  test.each(['0', '-1', '3000x', '3e3', '65536'])('PORT=%s is no port', (port) => {
    expect(problemsOf({ PORT: port })).toHaveLength(1);
  });
});
