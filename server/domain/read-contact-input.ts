import type { Contact } from './place.ts';
import type { ContactInput } from './place-input.ts';
import type { ProblemList } from './problem-list.ts';

const MOST = 10;
/** Ten or eleven digits from 0, or a short number such as 189 or #8000. */
const PHONE = /^(0\d{8,10}|\+81\d{8,10}|#?\d{3,4})$/;

/** Telephones, mail addresses and web page as they are kept; what is none stands among the problems. */
export function readContactInput(input: ContactInput, path: string[], problems: ProblemList): Contact {
  const phones = (input.phones ?? []).slice(0, MOST).flatMap(({ number, note }, index) => {
    const read = readPhone(number, [...path, 'phones', String(index), 'number'], problems);
    return read === null
      ? []
      : [{ number: read, note: problems.line(note, [...path, 'phones', String(index), 'note'], 100) }];
  });
  const emails = (input.emails ?? []).slice(0, MOST).flatMap(({ address, note }, index) => {
    const read = readEmail(address, [...path, 'emails', String(index), 'address'], problems);
    return read === null
      ? []
      : [{ address: read, note: problems.line(note, [...path, 'emails', String(index), 'note'], 100) }];
  });
  const url = readUrl(input.url, [...path, 'url'], problems);
  return { phones, emails, url, fax: readPhone(input.fax, [...path, 'fax'], problems) };
}

function readPhone(text: string | null | undefined, path: string[], problems: ProblemList): string | null {
  const written = (text ?? '')
    .normalize('NFKC')
    .replace(/[‐-―−ー]/gu, '-')
    .trim();
  if (written === '') return null;
  if (written.length <= 30 && PHONE.test(written.replace(/[\s()-]/g, ''))) return written;
  problems.add('INVALID', path, 'PHONE');
  return null;
}

/** A mail address as it can be written to, else null; not all that RFC 5321 allows, but all that people have. */
export function mailAddress(text: string): string | null {
  const written = text.normalize('NFKC').trim();
  const ok =
    written.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(written);
  return ok ? written : null;
}

function readEmail(text: string, path: string[], problems: ProblemList): string | null {
  if (text.trim() === '') return null;
  const read = mailAddress(text);
  if (read === null) problems.add('INVALID', path, 'EMAIL');
  return read;
}

function readUrl(text: string | null | undefined, path: string[], problems: ProblemList): string | null {
  const written = (text ?? '').trim();
  if (written === '') return null;
  const url = written.length <= 500 ? URL.parse(/^[a-z]+:/i.test(written) ? written : `https://${written}`) : null;
  const ok = url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') && url.username === '';
  if (ok) return url.href;
  problems.add('INVALID', path, 'URL');
  return null;
}
