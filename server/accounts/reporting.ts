import { cleanText } from '../domain/clean-text.ts';
import { refuse } from '../domain/user-error.ts';
import type { StoredReport } from '../store/reviews.ts';
import { countUse } from './count-use.ts';
import { moderated } from './moderated.ts';
import type { Asking } from './people.ts';
import { moderatedIn } from './rights.ts';
import { tellUnsafe } from './telling-moderators.ts';

const REPORTS = { points: 10, seconds: 3600 };
const LONGEST_REPORT = 1000;

/** `ReportPlaceInput` of the contract. */
export interface ReportPlace {
  id: string;
  about: StoredReport['about'];
  text?: string | null | undefined;
  /** The honeypot: whoever fills it in is thanked, and not heard. */
  website?: string | null | undefined;
}

/** Keeps what a visitor says is wrong, and nothing about the visitor. Of what is unsafe the moderators are told at once. */
export async function reportPlace(asking: Asking, input: ReportPlace, newReportId: string): Promise<void> {
  const { people, visit, now } = asking;
  if (input.website) return;
  const place = people.published.place(input.id) ?? refuse('NOT_FOUND', ['id'], 'PLACE');
  const text = cleanText(input.text ?? '');
  if (text.length > LONGEST_REPORT)
    refuse('TOO_LONG', ['text'], undefined, { length: text.length, most: LONGEST_REPORT });
  await countUse(people, { name: 'reports', limit: REPORTS, key: visit.client });
  const report: StoredReport = {
    ...{ _id: newReportId, placeId: place.id, municipalityCode: moderatedIn(place), about: input.about },
    ...{ text: text === '' ? null : text, at: new Date(now), settledAt: null, settledBy: null },
  };
  await people.store.reviews.addReport(report);
  if (report.about === 'UNSAFE') await tellUnsafe(people, report, report.at);
}

/** Settles a report. @throws Refused NOT_FOUND, FORBIDDEN */
export async function settleReport(asking: Asking, { id }: { id: string }): Promise<StoredReport> {
  const { people, now } = asking;
  const report = (await people.store.reviews.report(id)) ?? refuse('NOT_FOUND', ['id']);
  const { viewer } = await moderated(asking, 'settleReport', report.placeId);
  await people.store.reviews.settle(id, viewer.account._id, new Date(now));
  return { ...report, settledAt: report.settledAt ?? new Date(now) };
}
