import { leads } from '#features/crm/lead';
import { orEmpty, orStandIn, selectOf, whereOf, type ReadScope } from '#kernel';
import type { ExportQuestion } from './lead-export-row.ts';

/** The SQL condition of the leads that are meant and that the caller may see; pushes its values after the workspace, `$1`. */
export async function chosenLeads(
  scope: ReadScope,
  { ids, filter, where, except }: Pick<ExportQuestion, 'ids' | 'filter' | 'where' | 'except'>,
  values: unknown[],
): Promise<string> {
  const conditions = ids
    ? ['l.workspace_id = $1', `l.id = any($${values.push(ids)}::uuid[])`]
    : [selectOf(leads, filter, values)];
  if (where !== undefined) conditions.push(await whereOf(leads, scope, where, values));
  if (except.length > 0) conditions.push(`l.id <> all($${values.push(except)}::uuid[])`);
  if (leads.visible) conditions.push(leads.visible(scope, values));
  return conditions.join(' and ');
}

/** What rows are sorted by, in the spelling of the list's indexes. */
const orders: Readonly<Record<ExportQuestion['sort'], string>> = {
  created_at: 'l.created_at',
  email: 'l.email',
  company: orEmpty('l.company'),
  last_name: orEmpty('l.last_name'),
  owner_id: orStandIn('l.owner_id', 'reference'),
  score: orStandIn('l.score', 'integer'),
};

export const orderOf = ({ sort, direction }: Pick<ExportQuestion, 'sort' | 'direction'>): string =>
  `${orders[sort]} ${direction}, l.id ${direction}`;
