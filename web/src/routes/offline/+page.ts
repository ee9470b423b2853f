import { request } from '#lib/graphql/request.ts';
import { HelpLinesQuery } from '#lib/shell/vocabulary-query.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { voice } = await parent();
  const { vocabulary } = await request(fetch, voice, HelpLinesQuery, {});
  return { helpLines: vocabulary.helpLines };
};
