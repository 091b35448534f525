import type { Uuid } from '@tabard/contract';
import { leads } from '#features/crm/lead';
import { isExcluded } from '#features/crm/list';
import { selectOf } from '#kernel';

/** Who a campaign contacts, as it is stored: a filter, chosen leads, or both together. */
export interface Audience {
  filter?: Parameters<typeof selectOf<'lead', typeof leads.noun.fields, 'archived'>>[1];
  leadIds?: Uuid[];
}

/** SQL condition over leads `l`: those whom mails of campaigns may reach, whatever lists they are on. */
const canBeReached = `l.archived_at is null and l.status not in ('bounced', 'unsubscribed')
    and not exists (select from suppression x where x.workspace_id = l.workspace_id and x.email = l.email)`;

/** SQL condition over leads `l`: those who may get mail of campaigns at all. */
export const canBeContacted = `${canBeReached} and not ${isExcluded('l.workspace_id', 'l.id')}`;

/** SQL condition over leads `l`: those a campaign may contact. Pushes its values. */
export const audienceCondition = (audience: Audience, values: unknown[]): string =>
  `${canBeContacted} and ${selection(audience, values)}`;

/** SQL condition over leads `l`: those a campaign would contact if they stood on no list of excluded leads. Pushes its values. */
export const excludedCondition = (audience: Audience, values: unknown[]): string =>
  `${canBeReached} and ${isExcluded('l.workspace_id', 'l.id')} and ${selection(audience, values)}`;

function selection(audience: Audience, values: unknown[]): string {
  const chosen: string[] = [];
  if (audience.filter) chosen.push(selectOf(leads, audience.filter, values));
  if (audience.leadIds?.length) chosen.push(`l.id = any($${values.push(audience.leadIds)}::uuid[])`);
  return chosen.length > 0 ? `(${chosen.join(' or ')})` : 'false';
}
