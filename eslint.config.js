import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/**
 * Imports point one way: main → app → graphql|http → open-data|accounts|search → store → domain.
 * Each folder lists what it must not reach; the message says where the code belongs instead.
 * @param {string} folder
 * @param {string[]} forbidden
 * @param {string} message
 */
const layer = (folder, forbidden, message) => ({
  files: [`server/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden.map((name) => `**/${name}/**`), message }] }],
  },
});

export default ts.config(
  {
    ignores: [
      '**/*.gen.ts',
      'web/build',
      '.svelte-kit',
      '**/.svelte-kit',
      '.data',
      'web/src/lib/graphql/gen',
      'tests/artefacts',
    ],
  },
  js.configs.recommended,
  {
    files: ['server/**/*.ts', 'tests/**/*.ts', 'codegen.ts'],
    extends: [...ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['server/setup/**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
  {
    files: ['web/**/*.ts'],
    extends: [...ts.configs.recommended],
    // The compiler knows what is defined in a browser; eslint does not.
    rules: { 'no-undef': 'off' },
  },
  ...svelte.configs['flat/recommended'],
  {
    files: ['web/**/*.svelte', 'web/**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    plugins: { '@typescript-eslint': ts.plugin },
    rules: {
      'no-undef': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': 'error',
      // Every page lives below the root of its own host, so an href needs no base path.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // What runs in a browser runs in each of package.json's browserslist.
    files: ['web/src/**/*.ts', 'web/src/**/*.svelte'],
    ignores: ['web/src/**/*.server.ts', 'web/src/**/+server.ts', 'web/src/lib/server/**'],
    plugins: { compat },
    rules: {
      'compat/compat': 'error',
      'no-restricted-properties': [
        'error',
        ...[
          ['AbortSignal', 'timeout'],
          ['AbortSignal', 'any'],
          ['URL', 'canParse'],
        ].map(([object, property]) => ({ object, property, message: 'Chrome 100 and Safari 15.4 do not have it.' })),
      ],
    },
  },
  layer(
    'domain',
    ['store', 'search', 'graphql', 'http', 'open-data', 'accounts', 'gazetteer', 'local-database'],
    'domain/ is pure: it knows places and time, no database, server or file. Pass what you need as an argument.',
  ),
  layer(
    'store',
    ['search', 'graphql', 'http', 'open-data', 'accounts', 'gazetteer', 'local-database'],
    'store/ only keeps and returns domain values. Whoever combines it with more stands above it.',
  ),
  layer(
    'search',
    ['graphql', 'http', 'open-data', 'accounts', 'local-database'],
    'search/ answers a SearchRequest from memory. It is fed from store/ and knows nothing of who asks.',
  ),
  layer(
    'gazetteer',
    ['graphql', 'http', 'open-data', 'search', 'store', 'local-database'],
    'gazetteer/ knows where names are; what is kept is handed to it.',
  ),
  layer(
    'open-data',
    ['graphql', 'http', 'local-database'],
    'open-data/ turns files into places and back; commands and resolvers call it.',
  ),
  layer(
    'accounts',
    ['graphql', 'http', 'local-database'],
    'accounts/ says who may do what and does it; it knows nothing of requests. Resolvers call it.',
  ),
  layer(
    'tiles',
    ['store', 'search', 'graphql', 'open-data', 'accounts', 'local-database'],
    'tiles/ fetches and keeps pictures of streets; it knows nothing of places.',
  ),
  layer(
    'local-database',
    ['store', 'search', 'graphql', 'http', 'open-data', 'domain', 'accounts'],
    'local-database/ starts an engine and hands out a URI; it knows nothing of the product.',
  ),
  {
    files: ['server/domain/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument: domain/ has no clock.' },
        { object: 'process', property: 'env', message: 'domain/ has no environment: server/config.ts reads it once.' },
      ],
    },
  },
);
