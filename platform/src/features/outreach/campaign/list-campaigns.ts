import type { CampaignSummary, Page, campaignListInput } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, pageFrom, type ReadScope } from '#kernel';
import { readCampaigns, summaryOf } from './read-campaigns.ts';

/** Campaigns, newest first, with their numbers; archived ones only when asked for. */
export async function listCampaigns(
  scope: ReadScope,
  input: z.output<typeof campaignListInput>,
): Promise<Page<CampaignSummary>> {
  const values: unknown[] = [scope.workspaceId];
  const conditions = [
    input.state ? `c.state = any($${values.push(input.state)}::text[])` : `c.state <> 'archived'`,
    ...(input.search ? [`position(lower($${values.push(input.search)}) in lower(c.name)) > 0`] : []),
    ...(input.cursor ? [`c.id < $${values.push(decodeCursor(input.cursor, ['uuid'])[0])}::uuid`] : []),
  ];
  const rows = await readCampaigns(scope, { condition: conditions.join(' and '), values, limit: input.limit + 1 });
  return pageFrom(rows, input.limit, summaryOf, (row) => [row.id]);
}
