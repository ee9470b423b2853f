import * as collections from './collections.ts';
import * as constants from './constants.ts';
import type { Command } from './context.ts';
import { CommandError } from './errors.ts';
import { createIndexes, dropIndexes } from './indexes.ts';
import * as reads from './reads.ts';
import * as writes from './writes.ts';

/** Every command by its name, its other names and spellings included. */
const COMMANDS = new Map<string, Command>([
  ['hello', constants.hello],
  ['isMaster', constants.hello],
  ['ismaster', constants.hello],
  ['ping', constants.ok],
  ['buildInfo', constants.buildInfo],
  ['buildinfo', constants.buildInfo],
  ['serverStatus', constants.serverStatus],
  ['hostInfo', constants.hostInfo],
  ['whatsmyuri', constants.whatsMyUri],
  ['connectionStatus', constants.connectionStatus],
  ['getCmdLineOpts', constants.getCmdLineOpts],
  ['getLog', constants.getLog],
  ['getParameter', constants.getParameter],
  ['logout', constants.ok],
  ['startSession', constants.startSession],
  ['refreshSessions', constants.ok],
  ['endSessions', constants.endSessions],
  ['killSessions', constants.endSessions],
  ['killAllSessions', constants.endSessions],
  ['killAllSessionsByPattern', constants.endSessions],

  ['find', reads.find],
  ['aggregate', reads.aggregate],
  ['getMore', reads.getMore],
  ['killCursors', reads.killCursors],
  ['count', reads.count],
  ['distinct', reads.distinct],
  ['validate', reads.validate],
  ['listCollections', reads.listCollections],
  ['listIndexes', reads.listIndexes],

  ['insert', writes.insert],
  ['update', writes.update],
  ['delete', writes.deleteMany],
  ['findAndModify', writes.findAndModify],
  ['findandmodify', writes.findAndModify],

  ['create', collections.create],
  ['drop', collections.drop],
  ['dropDatabase', collections.dropDatabase],
  ['renameCollection', collections.renameCollection],
  ['collMod', collections.collMod],
  ['collStats', collections.collStats],
  ['collstats', collections.collStats],
  ['dbStats', collections.dbStats],
  ['dbstats', collections.dbStats],
  ['listDatabases', collections.listDatabases],
  ['currentOp', collections.currentOp],
  ['compact', collections.compact],
  ['explain', collections.explain],
  ['createIndexes', createIndexes],
  ['dropIndexes', dropIndexes],
  ['deleteIndexes', dropIndexes],

  // What a standalone mongod knows and refuses in its own words, and what this engine cannot do.
  ['replSetGetStatus', constants.noReplication],
  ['replSetGetConfig', constants.noReplication],
  ['commitTransaction', constants.noTransactions],
  ['abortTransaction', constants.noTransactions],
  ['saslStart', constants.noSignIn],
  ['saslContinue', constants.noSignIn],
  ['authenticate', constants.noSignIn],
  ...[
    'mapReduce', 'bulkWrite', 'reIndex', 'convertToCapped', 'cloneCollectionAsCapped', 'fsync', 'fsyncUnlock', 'killOp', 'profile',
    'setParameter', 'shutdown', 'createUser', 'updateUser', 'dropUser', 'usersInfo', 'createRole', 'dropRole', 'rolesInfo', 'top',
    'setFeatureCompatibilityVersion', 'dataSize', 'filemd5', 'planCacheClear', 'createSearchIndexes', 'listSearchIndexes',
  ].map((name): [string, Command] => [name, constants.notSupported]),
]); // prettier-ignore

/** Throws CommandError 59, as mongod, where nobody knows the command. */
export const commandNamed = (name: string): Command => {
  const command = COMMANDS.get(name);
  if (!command) throw new CommandError(59, `no such command: '${name}'`);
  return command;
};
