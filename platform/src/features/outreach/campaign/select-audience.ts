import type { Uuid } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import { leads } from '#features/crm/lead';
import { isExcluded } from '#features/crm/list';
import { selectOf, whereOf, type ReadScope } from '#kernel';

/** Who a campaign contacts, as it is stored: leads that pass filters, chosen leads, or both together. */
export interface Audience {
  filter?: Parameters<typeof selectOf<'lead', typeof leads.noun.fields, 'archived'>>[1];
  /** In the language of filters, as it was given: with public ids. */
  where?: WrittenFilter;
  leadIds?: Uuid[];
}

/** SQL condition over leads `l`: those whom mails of campaigns may reach, whatever lists they are on. */
const canBeReached = `l.archived_at is null and l.status not in ('bounced', 'unsubscribed')
    and not exists (select from suppression x where x.workspace_id = l.workspace_id and x.email = l.email)`;

/** SQL condition over leads `l`: those who may get mail of campaigns at all. */
export const canBeContacted = `${canBeReached} and not ${isExcluded('l.workspace_id', 'l.id')}`;

type Looking = Pick<ReadScope, 'read' | 'workspaceId'>;

/**
 * SQL condition over leads `l`: those a campaign may contact. Pushes its values, of which the first is the workspace.
 * @throws Failure `filter.invalid` where the filter asks for what is not there any more.
 */
export const audienceCondition = async (scope: Looking, audience: Audience, values: unknown[]): Promise<string> =>
  `${canBeContacted} and ${await selection(scope, audience, values)}`;

/** SQL condition over leads `l`: those a campaign would contact if they stood on no list of excluded leads. Pushes its values. */
export const excludedCondition = async (scope: Looking, audience: Audience, values: unknown[]): Promise<string> =>
  `${canBeReached} and ${isExcluded('l.workspace_id', 'l.id')} and ${await selection(scope, audience, values)}`;

async function selection(scope: Looking, { filter, where, leadIds }: Audience, values: unknown[]): Promise<string> {
  const chosen: string[] = [];
  if (filter || where) {
    const asked = where === undefined ? '' : ` and ${await whereOf(leads, scope, where, values)}`;
    chosen.push(`${selectOf(leads, filter, values)}${asked}`);
  }
  if (leadIds?.length) chosen.push(`l.id = any($${values.push(leadIds)}::uuid[])`);
  return chosen.length > 0 ? `(${chosen.join(' or ')})` : 'false';
}
