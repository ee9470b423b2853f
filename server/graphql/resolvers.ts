import { placeConnectionResolvers, placeEdgeResolvers } from './connection.ts';
import { placeResolvers } from './place.ts';
import { queryResolvers } from './query.ts';
import { DateTime, LocalDate, LocalTime } from './scalars.ts';
import { openStateResolvers, scheduleReadingResolvers, scheduleResolvers, sessionResolvers } from './schedule.ts';
import type { Resolvers } from './types.gen.ts';
import { helpLineResolvers, kindResolvers, municipalityResolvers, vocabularyResolvers } from './vocabulary.ts';

/** One entry per type whose fields differ from the domain value behind it. */
export const resolvers: Resolvers = {
  Query: queryResolvers,
  Node: { __resolveType: () => 'Place' },
  Place: placeResolvers,
  PlaceConnection: placeConnectionResolvers,
  PlaceEdge: placeEdgeResolvers,
  Schedule: scheduleResolvers,
  ScheduleReading: scheduleReadingResolvers,
  Session: sessionResolvers,
  OpenState: openStateResolvers,
  Vocabulary: vocabularyResolvers,
  Kind: kindResolvers,
  HelpLine: helpLineResolvers,
  Municipality: municipalityResolvers,
  DateTime,
  LocalDate,
  LocalTime,
};
