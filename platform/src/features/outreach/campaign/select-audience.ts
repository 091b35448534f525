import type { Uuid } from '@tabard/contract';
import { leads } from '#features/crm/lead';
import { selectOf } from '#kernel';

/** Who a campaign contacts, as it is stored: a filter, chosen leads, or both together. */
export interface Audience {
  filter?: Parameters<typeof selectOf<'lead', typeof leads.noun.fields, 'archived'>>[1];
  leadIds?: Uuid[];
}

/** SQL condition over leads `l`: those who may get mail of campaigns at all. */
export const canBeContacted = `l.archived_at is null and l.status not in ('bounced', 'unsubscribed')
    and not exists (select from suppression x where x.workspace_id = l.workspace_id and x.email = l.email)`;

/** SQL condition over leads `l`: those a campaign may contact. Pushes its values. */
export function audienceCondition(audience: Audience, values: unknown[]): string {
  const chosen: string[] = [];
  if (audience.filter) chosen.push(selectOf(leads, audience.filter, values));
  if (audience.leadIds?.length) chosen.push(`l.id = any($${values.push(audience.leadIds)}::uuid[])`);
  const selection = chosen.length > 0 ? `(${chosen.join(' or ')})` : 'false';
  return `${canBeContacted} and ${selection}`;
}
