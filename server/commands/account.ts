/** Gives and takes roles: `npm run account -- grant MAIL ROLE`. */
import { isMunicipalityCode, isPrefectureCode, readMunicipalityCode } from '../domain/municipality-code.ts';
import { mailAddress } from '../domain/read-contact-input.ts';
import { emailKeyOf } from '../accounts/sign-in.ts';
import { newId } from '../accounts/tokens.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';
import { prefectureName } from '../gazetteer/prefectures.ts';
import type { RoleGrant, StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { runCommand, withStore } from './with-store.ts';

const USAGE = `使い方:
  npm run account -- list
  npm run account -- grant メール admin
  npm run account -- grant メール moderator --municipality コード（6 けた）
  npm run account -- grant メール moderator --prefecture コード（2 けたか 6 けた）
  npm run account -- revoke メール [admin | moderator [--municipality コード | --prefecture コード]]
  まだサインインしたことのない人にも、先に役割を与えられます。`;

/** The place of a role in the words of the command line. @throws UsageError for a code that is none */
function areaOf(options: Map<string, string>): string | null {
  const [municipality, prefecture] = [options.get('municipality'), options.get('prefecture')];
  if (municipality !== undefined && prefecture !== undefined)
    throw new UsageError(`--municipality と --prefecture はどちらか 1 つです。\n${USAGE}`);
  if (municipality !== undefined) {
    const known = isMunicipalityCode(municipality) && municipalityByCode(municipality) !== null;
    if (!known)
      throw new UsageError(`${municipality} という市区町村のコードはありません（検査数字も確かめてください）。`);
    return municipality;
  }
  if (prefecture === undefined) return null;
  const { code } = readMunicipalityCode(prefecture);
  if (code === null || !isPrefectureCode(code))
    throw new UsageError(`${prefecture} という都道府県のコードはありません。`);
  return code;
}

function roleOf(word: string | undefined, options: Map<string, string>): RoleGrant {
  const area = areaOf(options);
  if (word === 'admin' && area === null) return { role: 'ADMIN', area: null };
  if (word === 'moderator' && area !== null) return { role: 'MODERATOR', area };
  throw new UsageError(USAGE);
}

const same = (one: RoleGrant, other: RoleGrant) => one.role === other.role && one.area === other.area;

async function accountOf(store: Store, written: string | undefined): Promise<StoredAccount> {
  const email = mailAddress(written ?? '');
  if (email === null) throw new UsageError(`メールアドレスを確かめてください。\n${USAGE}`);
  const fresh = { _id: newId(), email, emailKey: emailKeyOf(email), voice: 'ja' as const, createdAt: new Date() };
  return store.accounts.findOrCreate(fresh);
}

const nameOf = ({ role, area }: RoleGrant) =>
  role === 'ADMIN'
    ? 'admin'
    : `moderator ${area} ${municipalityByCode(area ?? '')?.name ?? prefectureName(area ?? '') ?? ''}`;

async function list(store: Store): Promise<void> {
  const accounts = (await store.accounts.withRoles()).filter(({ roles }) => roles.length > 0);
  if (accounts.length === 0) console.log('役割のある人はまだいません。');
  for (const { email, roles } of accounts) console.log(`${email}：${roles.map(nameOf).join('、')}`);
}

async function grant(store: Store, email: string | undefined, role: RoleGrant): Promise<void> {
  const { _id, roles, email: written } = await accountOf(store, email);
  const all = [...roles.filter((each) => !same(each, role)), role];
  await store.accounts.setRoles(_id, all);
  console.log(`${written}：${all.map(nameOf).join('、')}`);
}

async function revoke(store: Store, email: string | undefined, role: RoleGrant | null): Promise<void> {
  const account = await store.accounts.byEmail(emailKeyOf(email ?? ''));
  if (account === null) throw new UsageError(`${email ?? ''} という人はいません。`);
  const left = role === null ? [] : account.roles.filter((each) => !same(each, role));
  if (left.length === account.roles.length) throw new UsageError(`${account.email} にその役割はありません。`);
  await store.accounts.setRoles(account._id, left);
  console.log(`${account.email}：${left.map(nameOf).join('、') || 'なし'}`);
}

await runCommand(async () => {
  const { files, options } = parseArguments(process.argv.slice(2), {
    options: ['municipality', 'prefecture'],
    switches: [],
    usage: USAGE,
  });
  const [deed, email, role, ...more] = files;
  if (more.length > 0) throw new UsageError(USAGE);
  if (deed === 'list' && email === undefined) await withStore(console.error, list);
  else if (deed === 'grant') {
    const given = roleOf(role, options);
    await withStore(console.error, (store) => grant(store, email, given));
  } else if (deed === 'revoke') {
    const taken = role === undefined ? null : roleOf(role, options);
    await withStore(console.error, (store) => revoke(store, email, taken));
  } else throw new UsageError(USAGE);
  return 0;
});
