import type { Uuid } from '@tabard/contract';
import type { BulkFault } from '@tabard/contract/crm/bulk-operation';
import { enrollLeads } from '#features/outreach/campaign';
import { stopEnrollments } from '#features/outreach/enrollment';
import { nothingFailed, type Act, type ActionOf } from './bulk-action.ts';

/** Lets leads join a campaign; what keeps one from it is told. */
export const enroll: Act<ActionOf<'enroll'>> = async (scope, { campaignId }, ids) => {
  const { enrolled, left } = await enrollLeads(scope, campaignId, ids);
  const failures = left.map(({ id, reason }): { id: Uuid; code: BulkFault } => ({ id, code: reason }));
  return { changed: enrolled, before: [], failures };
};

/** Ends the way of leads through a campaign. */
export const stop: Act<ActionOf<'stop'>> = async (scope, { campaignId }, ids) => ({
  changed: await stopEnrollments(scope, campaignId, ids),
  before: [],
  failures: nothingFailed,
});
