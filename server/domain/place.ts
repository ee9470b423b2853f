import type { Access, Booking } from './access.ts';
import type { AgeBand } from './age.ts';
import type { LocalDate, Schedule } from './schedule/schedule.ts';

export type PlaceStatus = 'DRAFT' | 'PENDING' | 'PUBLISHED' | 'SUSPENDED' | 'ARCHIVED';

/** A fact of three values: absent (null) means that the place does not state it, never no. */
export type Stated<T> = T | null;

/** Yen per band; null where not stated. `note` is verbatim. */
export interface Fee {
  /** true: free for children; false: somebody under 18 pays; null: not stated. */
  freeForChildren: Stated<boolean>;
  /** Yen. */
  preschool: Stated<number>;
  primary: Stated<number>;
  juniorHigh: Stated<number>;
  highSchool: Stated<number>;
  adult: Stated<number>;
  note: string | null;
}

export interface Eligibility {
  who: 'ANYONE' | 'RESIDENTS' | 'SCHOOL_DISTRICT' | 'REFERRAL';
  /** 全国地方公共団体コード, where residents of these alone are admitted. */
  municipalities?: string[];
  note?: string;
}

export type Precision = 'EXACT' | 'TOWN' | 'MUNICIPALITY';

export interface Location {
  latitude: number;
  longitude: number;
  precision: Precision;
}

export interface Address {
  /** As one line, as the source wrote it. */
  text: string;
  building: string | null;
  postalCode: string | null;
}

/** A photo that a moderator has seen; its bytes lie in the store by its id. */
export interface PlacePhoto {
  id: string;
  alt: string | null;
  /** Pixels of the large size. */
  width: number;
  height: number;
}

export interface Contact {
  phones: { number: string; note: string | null }[];
  emails: { address: string; note: string | null }[];
  url: string | null;
  fax: string | null;
}

export interface Source {
  dataset: string;
  /** Key of the row in the dataset. */
  key: string;
  licence: string | null;
  url: string | null;
  retrievedAt: LocalDate | null;
  /** The imported row as it was: column → cell. */
  row: Record<string, string>;
  /** The facts that the last import made of the row, the base of the next merge: an operator's later edit survives it. */
  imported: unknown;
}

/** A place where children, youth or families can be, or a service that comes to them. */
export interface Place {
  /** URL-safe, public, for ever. */
  id: string;
  name: string;
  kana: string | null;
  /** Codes of `vocabulary/kinds.ts`, at least one. */
  kinds: string[];
  activities: string[];
  features: string[];
  description: string | null;
  easyDescription: string | null;
  /** null: not stated. A stated list with null bounds has no limit there. */
  ages: Stated<AgeBand[]>;
  /** The words the source used for ages and conditions, shown where they could not be read. */
  agesText: string | null;
  conditions: string | null;
  /** Whether a child may come without an adult. */
  childAlone: Stated<boolean>;
  access: Stated<Access>;
  fee: Fee;
  booking: Stated<Booking>;
  eligibility: Stated<Eligibility>;
  capacity: Stated<number>;
  contact: Contact;
  /** The telephones are kept but never shown. */
  phonesHidden?: boolean | null;
  operator: string | null;
  address: Address | null;
  /** The address is kept but never shown, and the place has no pin. */
  addressHidden: boolean;
  /** 全国地方公共団体コード, six digits with the check digit; of a prefecture where no more is known. */
  municipalityCode: string | null;
  location: Location | null;
  /** Codes of municipalities that a visiting service serves. */
  serviceArea: string[];
  schoolDistricts: string[];
  schedule: Schedule;
  status: PlaceStatus;
  /** Made up for trying out; never beside real places. */
  sample: boolean;
  source: Source | null;
  confirmedAt: Date | null;
  revision: number;
  partOf: string | null;
  worksWith: string[];
  photos?: PlacePhoto[] | null;
  /** The place that this one was merged into: its id leads there for ever. */
  mergedInto?: string | null;
  createdAt: Date;
  updatedAt: Date;
}
