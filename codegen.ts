import type { CodegenConfig } from '@graphql-codegen/cli';

/** Both sides' types from the one contract in schema/. Everything made here is git-ignored and made anew by the scripts. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
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
          PlaceConnection: './connection.ts#PlacePage',
          PlaceEdge: './connection.ts#PlacePageEdge',
          Session: './session-value.ts#SessionValue',
          Schedule: './session-value.ts#ScheduleValue',
          OpenState: './session-value.ts#OpenStateValue',
          ScheduleReading: './session-value.ts#ScheduleValue',
          Municipality: '../domain/municipality.ts#Municipality as DomainMunicipality',
          Prefecture: '../domain/municipality.ts#Prefecture as DomainPrefecture',
          Kind: '../domain/vocabulary/kinds.ts#KindEntry',
          HelpLine: '../domain/vocabulary/help-lines.ts#HelpLineEntry',
        },
      },
    },
    'web/src/lib/graphql/gen/': {
      preset: 'client',
      documents: ['web/src/**/*.{ts,svelte}', '!web/src/lib/graphql/gen/**'],
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
