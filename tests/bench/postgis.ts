import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Place } from '../../server/domain/place.ts';
import { municipalityByCode } from '../../server/gazetteer/municipalities.ts';
import { openNow, pinOf } from './open-now.ts';
import { placeBatches } from './places.ts';

/** The peer that a team would pick instead: PostGIS, in the PostgreSQL that the local engine brings. */

export interface PostgresAddress {
  host: string;
  port: number;
  user: string;
  database: string;
}

const USER = 'ibasho';
const DATABASE = 'peer';

/** Where the PostgreSQL of a data folder listens; null where the engine there is none. */
export function postgresOf(dataDir: string, database = DATABASE): PostgresAddress | null {
  try {
    const lines = readFileSync(path.join(dataDir, 'database/postgres/postmaster.pid'), 'utf8').split('\n');
    return { port: Number(lines[3]), host: lines[4] ?? '', user: USER, database };
  } catch {
    return null;
  }
}

/** What the API sees is in `public`; PostGIS and the tables are not. */
export const SETTINGS = '-c search_path=public,data -c plan_cache_mode=force_custom_plan';

const TABLES = `
create schema data;
create extension postgis schema data;
create table data.places (
  row int primary key, key text collate "C" not null unique, name text not null, kana text, kinds text[] not null,
  activities text[] not null, features text[] not null, description text, operator text, capacity int, access text,
  child_alone boolean, free boolean, address text, municipality text, latitude float8, longitude float8,
  point geography(point, 4326));
create table data.open_spans (place int not null, during int4range not null, ages int not null);
create view place as select key, name, kana, kinds, activities, features, description, operator, capacity, access,
  child_alone, free, address, municipality, latitude, longitude from data.places;
`;

/** Kinds, points and spans are indexed, the latter both ways: by when, and by place with what is asked of them. */
const INDEXES = [
  'create index on data.places using gist (point)',
  'create index on data.places using gin (kinds)',
  'create index on data.open_spans using gist (during)',
  'create index on data.open_spans (place) include (during, ages)',
  'vacuum analyze data.places',
  'vacuum analyze data.open_spans',
];

/** The search as a function of the database, which the planner takes apart. Distances are of a sphere, as ours. */
const SEARCH = `
create function search_places(latitude float8, longitude float8, minute int, years int, kinds text[])
  returns setof place language sql stable parallel safe as $$
  select p.key, p.name, p.kana, p.kinds, p.activities, p.features, p.description, p.operator, p.capacity, p.access,
    p.child_alone, p.free, p.address, p.municipality, p.latitude, p.longitude
  from data.places p
  where p.kinds && search_places.kinds
    and exists (select from data.open_spans s
      where s.place = p.row and s.during @> search_places.minute and s.ages & (1 << search_places.years) <> 0)
  order by p.point <-> st_setsrid(st_makepoint(search_places.longitude, search_places.latitude), 4326)::geography, p.key
$$;
`;

/** Fills the tables anew, unless they hold so many places. `fresh`: in any case. */
export async function fillPostgis(address: PostgresAddress, count: number, fresh: boolean): Promise<void> {
  if (!fresh && (await placesIn(address)) === count) return;
  const root = new pg.Client({ ...address, database: 'postgres' });
  await root.connect();
  await root.query(`drop database if exists ${DATABASE} with (force)`);
  await root.query(`create database ${DATABASE}`);
  await root.end();
  const client = new pg.Client({ ...address, options: SETTINGS });
  await client.connect();
  try {
    await client.query(TABLES);
    let row = 0;
    for await (const batch of placeBatches(count)) row = await insert(client, batch, row);
    for (const statement of INDEXES) await client.query(statement);
    await client.query(SEARCH);
  } finally {
    await client.end();
  }
}

/** NaN where there is no such database. */
async function placesIn(address: PostgresAddress): Promise<number> {
  const client = new pg.Client(address);
  try {
    await client.connect();
    const { rows } = await client.query<{ count: string }>('select count(*) from data.places');
    return Number(rows[0]?.count);
  } catch {
    return NaN;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function insert(client: pg.Client, places: Place[], first: number): Promise<number> {
  const rows = places.map((place, at) => rowOf(place, first + at));
  await client.query('insert into data.places select * from json_populate_recordset(null::data.places, $1)', [
    JSON.stringify(rows),
  ]);
  const spans = places.flatMap((place, at) => openNow(place).map((span) => ({ place: first + at, ...span })));
  await client.query(
    'insert into data.open_spans select p, int4range(f, t), a from unnest($1::int[], $2::int[], $3::int[], $4::int[]) x(p, f, t, a)',
    [
      spans.map(({ place }) => place),
      spans.map(({ from }) => from),
      spans.map(({ to }) => to),
      spans.map(({ ages }) => ages),
    ],
  );
  return first + places.length;
}

function rowOf(place: Place, row: number) {
  const { id, name, kana, kinds, activities, features, description, operator, capacity, access } = place;
  const pin = pinOf(place);
  return {
    ...{ row, key: id, name, kana, kinds, activities, features, description, operator, capacity, access },
    child_alone: place.childAlone,
    free: place.fee.freeForChildren,
    address: place.addressHidden ? null : (place.address?.text ?? null),
    municipality: place.municipalityCode === null ? null : (municipalityByCode(place.municipalityCode)?.name ?? null),
    latitude: pin?.latitude ?? null,
    longitude: pin?.longitude ?? null,
    point: pin === null ? null : `SRID=4326;POINT(${pin.longitude} ${pin.latitude})`,
  };
}
