import type { CodegenConfig } from '@graphql-codegen/cli';

/** Both sides' types from the one contract in schema/. Everything made here is git-ignored and made anew by the scripts. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'server/graphql/types.gen.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: './context.ts#Context',
        avoidOptionals: { field: true },
        inputMaybeValue: 'T | null | undefined',
        defaultScalarType: 'unknown',
        scalars: {
          ID: 'string',
          DateTime: { input: 'Date', output: 'Date | number' },
          LocalDate: 'string',
          LocalTime: 'string',
        },
        /** Which domain value stands behind each GraphQL type: resolvers exist only for fields that differ. */
        mappers: {
          Place: '../domain/place.ts#Place as DomainPlace',
          PlaceConnection: '../search/place-index.ts#SearchPage',
          PlaceEdge: './values.ts#PlaceEdgeValue',
          Session: './values.ts#SessionValue',
          Schedule: './values.ts#ScheduleValue',
          OpenState: './values.ts#OpenStateValue',
          ScheduleReading: './values.ts#ScheduleValue',
          Municipality: '../gazetteer/municipalities.ts#Municipality as DomainMunicipality',
          Vocabulary: './values.ts#VocabularyValue',
          Kind: '../domain/vocabulary/kinds.ts#KindEntry',
          HelpLine: '../domain/vocabulary/help-lines.ts#HelpLineEntry',
          HelpLineArea: './values.ts#HelpLineAreaValue',
          FlyerReading: './flyer.ts#FlyerValue',
          Account: '../accounts/people.ts#Viewer',
          RoleGrant: '../store/accounts.ts#RoleGrant as StoredRole',
          Passkey: '../store/accounts.ts#PasskeyRecord',
          Device: './account-values.ts#DeviceValue',
          MyPlace: './account-values.ts#MyPlaceValue',
          MyPlaceConnection: './account-values.ts#MyPlaceList',
          Draft: '../accounts/drafts.ts#DraftView',
          UserError: '../domain/user-error.ts#Problem',
          PlaceOperator: '../accounts/operating.ts#OperatorView',
          Invitation: '../store/operators.ts#StoredInvitation',
          ClosureLink: '../store/operators.ts#StoredClosureLink',
          Announcement: '../store/reviews.ts#StoredAnnouncement',
          Photo: './account-values.ts#PhotoValue',
          Revision: './account-values.ts#RevisionValue',
          FieldChange: '../domain/describe-field.ts#FieldDifference',
          Review: '../store/reviews.ts#StoredReview',
          ReviewConnection: './account-values.ts#ReviewList',
          Report: '../store/reviews.ts#StoredReport',
          ReportConnection: './account-values.ts#ReportList',
          StalePlaceConnection: './account-values.ts#PlaceList',
          Moderation: '../accounts/people.ts#Viewer',
          ModeratedPlace: '../domain/place.ts#Place as DomainPlace',
        },
      },
    },
    'web/src/lib/graphql/gen/': {
      preset: 'client',
      documents: ['web/src/**/*.ts', '!web/src/lib/graphql/gen/**'],
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { ID: 'string', DateTime: 'string', LocalDate: 'string', LocalTime: 'string' },
      },
    },
  },
};

export default config;
