import {
  accountResolvers,
  announcementResolvers,
  closureLinkResolvers,
  invitationResolvers,
  deviceResolvers,
  draftResolvers,
  listResolvers,
  myPlaceResolvers,
  passkeyResolvers,
  photoResolvers,
  roleGrantResolvers,
  userErrorResolvers,
} from './account.ts';
import { flyerReadingResolvers } from './flyer.ts';
import { placeConnectionResolvers, placeEdgeResolvers } from './connection.ts';
import { moderatedPlaceResolvers, moderationResolvers, reportResolvers, reviewResolvers } from './moderation.ts';
import { mutationResolvers } from './mutation.ts';
import { placeResolvers } from './place.ts';
import { queryResolvers } from './query.ts';
import { revisionResolvers } from './revisions.ts';
import { DateTime, LocalDate, LocalTime } from './scalars.ts';
import { openStateResolvers, scheduleReadingResolvers, scheduleResolvers, sessionResolvers } from './schedule.ts';
import type { Resolvers } from './types.gen.ts';
import {
  helpLineAreaResolvers,
  helpLineResolvers,
  kindResolvers,
  municipalityResolvers,
  vocabularyResolvers,
} from './vocabulary.ts';

/** One entry per type whose fields differ from the domain value behind it. */
export const resolvers: Resolvers = {
  Query: queryResolvers,
  Mutation: mutationResolvers,
  FlyerReading: flyerReadingResolvers,
  Account: accountResolvers,
  RoleGrant: roleGrantResolvers,
  Device: deviceResolvers,
  Passkey: passkeyResolvers,
  UserError: userErrorResolvers,
  MyPlace: myPlaceResolvers,
  MyPlaceConnection: listResolvers,
  Draft: draftResolvers,
  Invitation: invitationResolvers,
  ClosureLink: closureLinkResolvers,
  Announcement: announcementResolvers,
  Photo: photoResolvers,
  Revision: revisionResolvers,
  Moderation: moderationResolvers,
  ModeratedPlace: moderatedPlaceResolvers,
  Review: reviewResolvers,
  ReviewConnection: listResolvers,
  Report: reportResolvers,
  ReportConnection: listResolvers,
  StalePlaceConnection: listResolvers,
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
  HelpLineArea: helpLineAreaResolvers,
  Municipality: municipalityResolvers,
  DateTime,
  LocalDate,
  LocalTime,
};
