import { request } from '#lib/graphql/request.ts';
import { HelpLinesQuery } from '#lib/shell/vocabulary-query.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { voice } = await parent();
  const area = url.searchParams.get('area');
  const { vocabulary } = await request(fetch, voice, HelpLinesQuery, { area });
  return { helpLines: vocabulary.helpLines, areas: vocabulary.helpLineAreas, area };
};
