import type { Contact } from '../domain/place.ts';
import { readList } from './cells.ts';
import type { Cells } from './columns.ts';

/** A telephone number has nine digits or more; an extension may follow it. */
function phonesOf(cell: string | undefined, note: string | undefined, extension?: string): Contact['phones'] {
  const more = [note, extension === undefined ? undefined : `内線 ${extension}`].filter(Boolean).join('、');
  return readList(cell)
    .map((piece) => piece.normalize('NFKC').replace(/[\u2010-\u2015\u2212ー]/gu, '-'))
    .filter((number) => (number.match(/\d/g)?.length ?? 0) >= 9)
    .map((number) => ({ number, note: more === '' ? null : more }));
}

function emailsOf(cell: string | undefined, note: string | undefined): Contact['emails'] {
  return readList(cell)
    .map((piece) => piece.normalize('NFKC'))
    .filter((address) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    .map((address) => ({ address, note: note ?? null }));
}

/** Only http and https links are kept: a cell is never trusted to be a link of another kind. */
function urlOf(cell: string | undefined): string | null {
  const first = readList(cell)[0]?.split(/\s/)[0] ?? '';
  const url = URL.parse(/^https?:/i.test(first) ? first : /^www\./i.test(first) ? `https://${first}` : '');
  return url === null ? null : first.startsWith('www') || first.startsWith('WWW') ? url.href : first;
}

/** Contact cells of a row. */
export function readContact(cells: Cells): Contact {
  return {
    phones: [
      ...phonesOf(cells.phone, cells.phoneNote ?? cells.contactNote, cells.extension),
      ...phonesOf(cells.phone2, cells.phone2Note),
    ],
    emails: [...emailsOf(cells.email, cells.emailNote), ...emailsOf(cells.email2, cells.email2Note)],
    url: urlOf(cells.url) ?? urlOf(cells.contactForm),
    fax: cells.fax?.normalize('NFKC') ?? null,
  };
}
