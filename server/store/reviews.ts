import type { mongo } from 'mongoose';
import type { AccountCollections } from './account-models.ts';
import type { AnnouncementDocument, ReportDocument, ReviewDocument } from './account-documents.ts';

export type {
  AnnouncementDocument as StoredAnnouncement,
  ReportDocument as StoredReport,
  ReviewDocument as StoredReview,
} from './account-documents.ts';

/** Codes of municipalities somebody may see, as ranges of their first digits; null: all. */
export type AreaPrefixes = string[] | null;

export interface Listed<T> {
  items: T[];
  total: number;
  hasNext: boolean;
}

export interface ReviewStore {
  add(review: ReviewDocument): Promise<void>;
  byId(id: string): Promise<ReviewDocument | null>;
  /** What this account waits for on this place, of a kind. */
  waitingOf(placeId: string, accountId: string, kind: ReviewDocument['kind']): Promise<ReviewDocument | null>;
  ofPlace(placeId: string): Promise<ReviewDocument[]>;
  /** Waiting, oldest first, after an id. */
  waiting(areas: AreaPrefixes, first: number, after: string | null): Promise<Listed<ReviewDocument>>;
  /** Replaces what a waiting review asks for; false where it was decided by now. */
  amend(id: string, fields: Partial<Omit<ReviewDocument, '_id'>>): Promise<boolean>;
  /** Decides a waiting review, once; false where somebody else was first. */
  decide(id: string, decision: Pick<ReviewDocument, 'state' | 'decidedAt' | 'decidedBy' | 'reason'>): Promise<boolean>;

  /** Takes fields out of everything that was ever asked for of a place. */
  eraseFacts(placeId: string, fields: string[]): Promise<void>;

  addReport(report: ReportDocument): Promise<void>;
  report(id: string): Promise<ReportDocument | null>;
  reports(areas: AreaPrefixes, first: number, after: string | null): Promise<Listed<ReportDocument>>;
  reportsOf(placeId: string): Promise<ReportDocument[]>;
  /** What somebody was frightened or hurt by, since a moment, and nobody has settled. */
  openUnsafe(since: Date): Promise<ReportDocument[]>;
  settle(id: string, by: string, at: Date): Promise<void>;

  addAnnouncement(announcement: AnnouncementDocument): Promise<void>;
  announcement(id: string): Promise<AnnouncementDocument | null>;
  announcementsOf(placeId: string): Promise<AnnouncementDocument[]>;
  /** Marks an announcement as taken back, once. */
  undo(id: string, at: Date): Promise<boolean>;
}

const KEPT_ANNOUNCEMENTS = 50;

/** What waits and what was said, in these collections. */
export function reviewsIn({ reviews, reports, announcements }: AccountCollections): ReviewStore {
  return {
    async add(review) {
      await reviews.insertOne(review);
    },
    byId: (id) => reviews.findOne({ _id: id }),
    waitingOf: (placeId, accountId, kind) => reviews.findOne({ placeId, accountId, kind, state: 'WAITING' }),
    ofPlace: (placeId) => reviews.find({ placeId }).sort({ submittedAt: -1 }).limit(100).toArray(),
    waiting: (areas, first, after) =>
      list(reviews, { state: 'WAITING', ...within(areas) }, 'submittedAt', { first, after }),
    amend: async (id, fields) =>
      (await reviews.updateOne({ _id: id, state: 'WAITING' }, { $set: fields })).matchedCount === 1,
    decide: async (id, decision) =>
      (await reviews.updateOne({ _id: id, state: 'WAITING' }, { $set: decision })).matchedCount === 1,
    async eraseFacts(placeId, fields) {
      const gone = Object.fromEntries(fields.map((field) => [`facts.${field}`, true as const]));
      await reviews.updateMany({ placeId }, { $unset: gone });
    },
    async addReport(report) {
      await reports.insertOne(report);
    },
    report: (id) => reports.findOne({ _id: id }),
    reports: (areas, first, after) => list(reports, { settledAt: null, ...within(areas) }, 'at', { first, after }),
    reportsOf: (placeId) => reports.find({ placeId }).sort({ at: -1 }).limit(100).toArray(),
    openUnsafe: (since) =>
      reports
        .find({ settledAt: null, about: 'UNSAFE', at: { $gte: since } })
        .limit(100)
        .toArray(),
    async settle(id, settledBy, settledAt) {
      await reports.updateOne({ _id: id, settledAt: null }, { $set: { settledBy, settledAt } });
    },
    async addAnnouncement(announcement) {
      await announcements.insertOne(announcement);
    },
    announcement: (id) => announcements.findOne({ _id: id }),
    announcementsOf: (placeId) => announcements.find({ placeId }).sort({ at: -1 }).limit(KEPT_ANNOUNCEMENTS).toArray(),
    undo: async (id, undoneAt) =>
      (await announcements.updateOne({ _id: id, undoneAt: null }, { $set: { undoneAt } })).matchedCount === 1,
  };
}

function within(areas: AreaPrefixes): { municipalityCode?: RegExp } {
  if (areas === null) return {};
  return { municipalityCode: areas.length === 0 ? /^$/ : new RegExp(`^(${areas.join('|')})`) };
}

/** A page of documents by time and id, so that a walk by cursor meets each once. */
async function list<T extends { _id: string }>(
  collection: mongo.Collection<T>,
  filter: object,
  timeField: string,
  { first, after }: { first: number; after: string | null },
): Promise<Listed<T>> {
  const last =
    after === null ? null : ((await collection.findOne({ _id: after } as never)) as Record<string, unknown> | null);
  const beyond = last
    ? { $or: [{ [timeField]: { $gt: last[timeField] } }, { [timeField]: last[timeField], _id: { $gt: after } }] }
    : {};
  const found = await collection
    .find({ ...filter, ...beyond } as never, { comment: `${collection.collectionName}.list` })
    .sort({ [timeField]: 1, _id: 1 })
    .limit(first + 1)
    .toArray();
  const total = await collection.countDocuments(filter);
  return { items: found.slice(0, first) as T[], total, hasNext: found.length > first };
}
