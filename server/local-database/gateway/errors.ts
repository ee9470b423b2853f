import { serialize } from 'bson';
import { ConnectionLost, PostgresError } from './postgres-connection.ts';

/** A failure that the client gets to see, with the number that MongoDB gives it. */
export class CommandError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** MongoDB's error numbers and names: those that a driver, mongoose or the product tells apart. */
export const CODE_NAMES = new Map<number, string>([
  [1, 'InternalError'], [2, 'BadValue'], [5, 'GraphContainsCycle'], [9, 'FailedToParse'], [13, 'Unauthorized'], [14, 'TypeMismatch'],
  [15, 'Overflow'], [16, 'InvalidLength'], [18, 'AuthenticationFailed'], [20, 'IllegalOperation'], [22, 'InvalidBSON'], [23, 'AlreadyInitialized'], [24, 'LockTimeout'],
  [26, 'NamespaceNotFound'], [27, 'IndexNotFound'], [28, 'PathNotViable'], [31, 'RoleNotFound'], [34, 'CannotBackfillArray'],
  [40, 'ConflictingUpdateOperators'], [43, 'CursorNotFound'], [48, 'NamespaceExists'], [50, 'MaxTimeMSExpired'],
  [52, 'DollarPrefixedFieldName'], [53, 'InvalidIdField'], [54, 'NotSingleValueField'], [55, 'InvalidDBRef'], [56, 'EmptyFieldName'],
  [57, 'DottedFieldName'], [59, 'CommandNotFound'], [61, 'ShardKeyNotFound'], [66, 'ImmutableField'], [67, 'CannotCreateIndex'],
  [68, 'IndexAlreadyExists'], [72, 'InvalidOptions'], [73, 'InvalidNamespace'], [76, 'NoReplicationEnabled'], [85, 'IndexOptionsConflict'],
  [86, 'IndexKeySpecsConflict'], [91, 'ShutdownInProgress'], [111, 'NotExactValueField'], [112, 'WriteConflict'], [115, 'CommandNotSupported'],
  [117, 'ConflictingOperationInProgress'], [118, 'NamespaceNotSharded'], [121, 'DocumentValidationFailure'], [133, 'FailedToSatisfyReadPreference'],
  [143, 'CursorInUse'], [146, 'ExceededMemoryLimit'], [159, 'DurationOverflow'], [165, 'ViewDepthLimitExceeded'],
  [166, 'CommandNotSupportedOnView'], [167, 'OptionNotSupportedOnView'], [181, 'AmbiguousIndexKeyPattern'],
  [197, 'InvalidIndexSpecificationOption'], [201, 'CannotBuildIndexKeys'], [224, 'QueryFeatureNotAllowed'], [232, 'MaxSubPipelineDepthExceeded'],
  [241, 'ConversionFailure'], [251, 'NoSuchTransaction'], [263, 'OperationNotSupportedInTransaction'], [276, 'IndexBuildAborted'],
  [291, 'NoQueryExecutionPlans'], [352, 'UnsupportedOpQueryCommand'], [10334, 'BSONObjectTooLarge'], [11000, 'DuplicateKey'],
  [12587, 'BackgroundOperationInProgressForNamespace'], [13113, 'MergeStageNoMatchingDocument'], [13297, 'DatabaseDifferCase'], [14031, 'OutOfDiskSpace'],
]); // prettier-ignore

/** The extension's own SQLSTATEs ("M" + four characters) of those numbers, as its documentation of errors lists them. */
const OWN_STATES = new Map<string, number>(
  (
    'M0000:1 M0001:2 M0002:5 M0003:9 M00ER:13 M0004:14 M0005:15 M00DO:16 M00EV:18 M0006:20 M0007:23 M00EW:24 M0008:26 M0009:27 M000A:28 M000B:31 ' +
    'M000C:34 M000D:40 M000E:43 M000F:48 M00EX:50 M000G:52 M000H:53 M000I:54 M00DS:55 M000J:56 M000K:57 M00EY:59 M000L:61 M000M:66 M000N:67 M000O:68 ' +
    'M000P:72 M000Q:73 M000R:85 M000S:86 M00F0:91 M000T:111 M00F1:112 M000U:115 M00F2:117 M000V:118 M00CO:121 M00EZ:133 M00EL:143 M000W:146 M000X:159 ' +
    'M000Y:165 M000Z:166 M0010:167 M0011:181 M0012:197 M00F4:201 M0013:224 M0014:232 M0015:241 M00F6:251 M0016:263 M0017:276 M0018:291 M001B:10334 ' +
    'M001C:11000 M001D:12587 M001H:13113 M001I:13297 M007U:40324 M0087:40414 M0088:40415 M00E7:13 M003A:17419 M003B:17420 M001Y:16034'
  )
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([state = '', code = '1']) => [state, Number(code)]),
);

/** PostgreSQL's own SQLSTATEs (its appendix A), in MongoDB's words. */
const POSTGRES_STATES = new Map<string, number>([
  ['23505', 11000], // unique_violation
  ['23P01', 11000], // exclusion_violation: how DocumentDB keeps unique indexes
  ['57014', 50], // query_canceled: statement_timeout
  ['55P03', 24], // lock_not_available
  ['40P01', 112], // deadlock_detected
  ['40001', 112], // serialization_failure
  ['53100', 14031], // disk_full
  ['53200', 146], // out_of_memory
  ['54000', 146], // program_limit_exceeded
  ['42P01', 26], // undefined_table
  ['42P07', 48], // duplicate_table
  ['0A000', 115], // feature_not_supported
  ['22P02', 9], // invalid_text_representation
  ['22023', 2], // invalid_parameter_value
  ['2201W', 2], // invalid_row_count_in_limit_clause
  ['57P01', 91], // admin_shutdown
  ['57P02', 91], // crash_shutdown
  ['57P03', 91], // cannot_connect_now
]);

/** The number for a SQLSTATE. A state of the extension that is not told apart is a fault of the query: BadValue. */
export const codeOfState = (state: string): number =>
  OWN_STATES.get(state) ?? POSTGRES_STATES.get(state) ?? (state.startsWith('M0') ? 2 : 1);

/** Inside writeErrors the extension packs a SQLSTATE into an integer, six bits a character (PostgreSQL's MAKE_SQLSTATE). */
export const stateOfInteger = (packed: number): string =>
  [0, 6, 12, 18, 24].map((shift) => String.fromCharCode(((packed >> shift) & 0x3f) + 0x30)).join('');

/**
 * "Duplicate key violation on the requested collection: Index 'email_1'" in the words that every MongoDB client looks for.
 */
export const errorMessage = (code: number, message: string, namespace: string): string => {
  if (code === 50) return 'operation exceeded time limit';
  if (code !== 11000 || message.startsWith('E11000')) return message;
  const index = /[Ii]ndex '?"?([^'"\s]+)/.exec(message)?.[1] ?? '_id_';
  return `E11000 duplicate key error collection: ${namespace} index: ${index} (${message})`;
};

/** Whatever went wrong, as what the client is told. */
export const asCommandError = (error: unknown, namespace: string): CommandError => {
  if (error instanceof CommandError) return error;
  if (error instanceof PostgresError) {
    const code = codeOfState(error.state);
    return new CommandError(code, errorMessage(code, error.message, namespace));
  }
  if (error instanceof ConnectionLost)
    return new CommandError(91, 'The database stopped while this command ran; whether it took effect is not known.');
  return new CommandError(1, error instanceof Error ? error.message : String(error));
};

export const errorDocument = (error: CommandError): Buffer =>
  Buffer.from(
    serialize({
      ok: 0,
      errmsg: error.message,
      code: error.code,
      codeName: CODE_NAMES.get(error.code) ?? `Location${error.code}`,
    }),
  );
