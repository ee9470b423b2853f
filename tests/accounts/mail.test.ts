import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailer } from '../../server/accounts/mail.ts';
import { signInMail } from '../../server/accounts/mails/sign-in-mail.ts';

const FROM = 'いばしょ <noreply@ibasho.example.jp>';
const mail = (to: string) =>
  signInMail({ to, voice: 'ja', link: 'https://ibasho.example.jp/sign-in?token=abc', code: '012345', minutes: 15 });

describe('through an SMTP server', () => {
  const received: { mail: ParsedMail; to: string[] }[] = [];
  let smtp: SMTPServer;
  let url: string;
  beforeAll(async () => {
    smtp = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'ibasho' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('No.')),
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('nobody@') ? new Error('No such user') : null),
      onData(stream, session, done) {
        void buffer(stream)
          .then((bytes) => simpleParser(bytes))
          .then((parsed) => received.push({ mail: parsed, to: session.envelope.rcptTo.map(({ address }) => address) }))
          .then(() => done());
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    url = `smtp://ibasho:p%40ss@127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

  test('a mail arrives with sender, subject, code and link as they are', async () => {
    await createMailer({ smtpUrl: url, from: FROM, outbox: '', log: () => undefined }).send(mail('mina@example.jp'));
    expect(received).toHaveLength(1);
    const [{ mail: arrived, to }] = received as [(typeof received)[number]];
    expect(to).toEqual(['mina@example.jp']);
    expect(arrived.subject).toBe('いばしょ サインイン番号 012345');
    expect(arrived.from?.text).toContain('noreply@ibasho.example.jp');
    expect(arrived.text).toContain('    012345\n');
    expect(arrived.text).toContain('https://ibasho.example.jp/sign-in?token=abc\n');
    expect(arrived.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('a mail that the server refuses is an error', async () => {
    const mailer = createMailer({ smtpUrl: url, from: FROM, outbox: '', log: () => undefined });
    await expect(mailer.send(mail('nobody@example.jp'))).rejects.toThrow();
  });
});

test('without an SMTP server, mails lie in a folder as files that a mail program opens', async () => {
  const outbox = path.join(await mkdtemp(path.join(tmpdir(), 'ibasho-outbox-')), 'outbox');
  const lines: string[] = [];
  await createMailer({ smtpUrl: null, from: FROM, outbox, log: (line) => lines.push(line) }).send(
    mail('mina@example.jp'),
  );
  const files = await readdir(outbox);
  expect(files).toEqual([expect.stringMatching(/\.eml$/)]);
  const parsed = await simpleParser(await readFile(path.join(outbox, files[0] ?? '')));
  expect(parsed).toMatchObject({ subject: 'いばしょ サインイン番号 012345' });
  expect(parsed.text).toContain('    012345\n');
  expect(lines).toEqual([expect.stringContaining(files[0] ?? '-')]);
  await rm(path.dirname(outbox), { recursive: true });
});

test.each(['ja', 'ja-easy', 'en'] as const)(
  'the mail in %s has the code, the link and how long they are valid',
  (voice) => {
    const { subject, text } = signInMail({
      to: 'x@example.jp',
      voice,
      link: 'https://x.example/a',
      code: '654321',
      minutes: 15,
    });
    for (const part of ['654321', 'https://x.example/a', '15']) expect(text).toContain(part);
    expect(subject).toContain('654321');
  },
);
