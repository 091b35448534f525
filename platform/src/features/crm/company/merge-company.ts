import { snakeCase, toPublicId, type Uuid } from '@tabard/contract';
import { mergeableFields, type MergeableField } from '@tabard/contract/crm/company-words';
import type {
  companyMergeInput,
  companyMergeOutput,
  companyMergePreviewInput,
  companyMergePreviewOutput,
} from '@tabard/contract/crm/company-merge';
import type { z } from 'zod';
import { fail, isSame, newId, readOne, writeChanged, type Changed, type ReadScope, type WriteScope } from '#kernel';
import { alignLeadsJob } from './align-leads.job.ts';
import { alignLeads } from './align-leads.ts';
import { companies, type CompanyRow } from './company.entity.ts';
import { lockTree } from './write-company.ts';

/** Columns of what one chooses, by the field. */
const columns = mergeableFields.map((field) => [field, snakeCase(field)] as const);
const at = (row: CompanyRow, column: string): unknown => (row as unknown as Record<string, unknown>)[column]; // by a column's name

const bothDomains = (row: CompanyRow, other: CompanyRow): string[] => [...new Set([...row.domains, ...other.domains])];

/** What would come of a merge. */
export async function previewMerge(
  scope: ReadScope,
  { id, otherId }: z.output<typeof companyMergePreviewInput>,
): Promise<z.input<typeof companyMergePreviewOutput>> {
  const { row, other } = await loadBoth(scope, id, otherId);
  const [counts] = await scope.read<{ leads: number; children: number }>(
    `select (select count(*)::int from lead where workspace_id = $1 and company_id = $2) as leads,
            (select count(*)::int from company where workspace_id = $1 and parent_id = $2 and id <> $3) as children`,
    [scope.workspaceId, otherId, id],
  );
  return {
    company: companies.shape(row),
    other: companies.shape(other),
    differing: columns.flatMap(([field, column]) => (at(row, column) === at(other, column) ? [] : [field])),
    leads: counts?.leads ?? 0,
    children: counts?.children ?? 0,
    domains: bothDomains(row, other),
  };
}

async function loadBoth(scope: ReadScope, id: Uuid, otherId: Uuid): Promise<{ row: CompanyRow; other: CompanyRow }> {
  if (id === otherId)
    fail('request.invalid', {
      details: [{ path: 'otherId', reason: 'not_listed', message: 'Choose another company: this one is the same.' }],
    });
  const [row, other] = [await readOne(companies, scope, id), await readOne(companies, scope, otherId)];
  if (!row || row.archived_at || !other || other.archived_at) fail('company.not_found');
  return { row, other };
}

/**
 * Makes one company part of another, at once: what points at it points at the one that stays, and it goes into the archive. Leads beyond
 * the first two thousand come along in the background. All of it can be taken back for thirty days.
 */
export async function mergeCompany(
  scope: WriteScope,
  { id, otherId, take }: z.output<typeof companyMergeInput>,
): Promise<z.input<typeof companyMergeOutput>> {
  const { sql, workspaceId } = scope;
  await lockTree(scope);
  // In the order of their ids, so that two merges of the same ones take turns.
  await sql('select 1 from company where workspace_id = $1 and id = any($2::uuid[]) order by id for update', [
    workspaceId,
    [id, otherId],
  ]);
  const { row, other } = await loadBoth(scope, id, otherId);
  const mergeId = newId();
  const children = await sql<{ id: Uuid }>(
    'select id from company where workspace_id = $1 and parent_id = $2 and id <> $3 order by id',
    [workspaceId, otherId, id],
  );
  const changed = changesOf(row, other, take, await isBelow(scope, id, otherId));
  await sql(
    `insert into company_merge (workspace_id, id, company_id, other_id, changed, other_parent_id, child_ids) values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, mergeId, id, otherId, JSON.stringify(changed), other.parent_id, children.map((child) => child.id)],
  );
  await sql(
    `update company set archived_at = now(), merged_into_id = $3, parent_id = null, updated_at = now() where workspace_id = $1 and id = $2`,
    [workspaceId, otherId, id],
  );
  await writeChanged(companies, scope, id, changed, 'after');
  await sql(
    'update company set parent_id = $3, updated_at = now() where workspace_id = $1 and parent_id = $2 and id <> $3',
    [workspaceId, otherId, id],
  );
  const more = await alignLeads(scope, otherId);
  if (more) scope.enqueue(alignLeadsJob, { workspaceId, companyId: otherId });
  // Of a new name the leads that were there before say the old one.
  if ('name' in changed && (await alignLeads(scope, id))) scope.enqueue(alignLeadsJob, { workspaceId, companyId: id });
  tellMerge(scope, 'company.merged', { id: mergeId, companyId: id, otherId });
  const [merged] = await sql<{ moved: number }>(
    'select cardinality(lead_ids) as moved from company_merge where workspace_id = $1 and id = $2',
    [workspaceId, mergeId],
  );
  const company = await readOne(companies, scope, id);
  return {
    id: toPublicId('companyMerge', mergeId),
    company: companies.shape(company!), // written in this transaction
    moved: merged?.moved ?? 0,
    state: more ? 'running' : 'completed',
  };
}

/** Whether a company lies below another one, however deep. */
async function isBelow({ sql, workspaceId }: WriteScope, id: Uuid, otherId: Uuid): Promise<boolean> {
  const found = await sql(
    `with recursive above as (
       select c.parent_id from company c where c.workspace_id = $1 and c.id = $2
       union
       select c.parent_id from company c join above a on c.id = a.parent_id where c.workspace_id = $1)
     select 1 from above where parent_id = $3`,
    [workspaceId, id, otherId],
  );
  return found.length > 0;
}

/** What the one that stays takes from the other, by column: chosen fields, or those that it lacks; domains and profiles of both, and never itself as what it lies below. */
function changesOf(
  row: CompanyRow,
  other: CompanyRow,
  take: readonly MergeableField[] | undefined,
  isBelowOther: boolean,
): Changed {
  const changed: Changed = {};
  const set = (column: string, after: unknown): void => {
    const before = at(row, column);
    if (!isSame(before, after)) changed[column] = { before, after };
  };
  for (const [field, column] of columns) {
    const [own, others] = [at(row, column), at(other, column)];
    if (take ? take.includes(field) && (field !== 'name' || others) : own === null) set(column, others);
  }
  // Whoever lies below the other one takes its place.
  if (isBelowOther) set('parent_id', other.parent_id);
  if (changed['parent_id']?.after === row.id) delete changed['parent_id'];
  set('domains', bothDomains(row, other));
  set('profiles', [...new Set([...row.profiles, ...other.profiles])]);
  if (!row.last_activity_at || (other.last_activity_at && other.last_activity_at > row.last_activity_at))
    set('last_activity_at', other.last_activity_at);
  return changed;
}

/** Says it of both. */
export function tellMerge(
  scope: WriteScope,
  name: 'company.merged' | 'company.unmerged',
  merge: { id: Uuid; companyId: Uuid; otherId: Uuid },
): void {
  scope.emit(name, {
    companyId: toPublicId('company', merge.companyId),
    otherId: toPublicId('company', merge.otherId),
    companyMergeId: toPublicId('companyMerge', merge.id),
  });
  scope.emit('company.updated', { companyId: toPublicId('company', merge.companyId) });
  scope.emit(name === 'company.merged' ? 'company.archived' : 'company.restored', {
    companyId: toPublicId('company', merge.otherId),
  });
}
