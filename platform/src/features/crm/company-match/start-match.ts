import type { Uuid } from '@tabard/contract';
import type { CompanyMatch, companyMatchStartInput } from '@tabard/contract/crm/company-match';
import type { z } from 'zod';
import { companyMatching } from '#features/crm/company';
import { fail, newId, type ReadScope, type WriteScope } from '#kernel';
import { matchLeadsJob } from './match-leads.job.ts';
import { matchColumns, shapeMatch, tellMatch, type MatchRow } from './match-row.ts';

/** Before the first lead. */
const beginning = '00000000-0000-0000-0000-000000000000';

/** Begins to join all leads without a company. One that is under way already is given instead of a second one. */
export async function startMatch(
  scope: WriteScope,
  { creates }: z.output<typeof companyMatchStartInput>,
): Promise<CompanyMatch> {
  const { sql, workspaceId } = scope;
  await sql(`select pg_advisory_xact_lock(hashtextextended('company match ' || $1, 0))`, [workspaceId]);
  const [open] = await sql<MatchRow>(
    `select ${matchColumns} from company_match where workspace_id = $1 and finished_at is null limit 1`,
    [workspaceId],
  );
  if (open) return shapeMatch(open);
  return beginMatch(scope, { creates: creates ?? (await companyMatching(scope)) === 'create', after: beginning });
}

/** Begins to join the leads without a company that were made after an id. */
export async function beginMatch(
  scope: WriteScope,
  { creates, after }: { creates: boolean; after: Uuid },
): Promise<CompanyMatch> {
  const { sql, workspaceId } = scope;
  const id = newId();
  const [row] = await sql<MatchRow>(
    `insert into company_match (workspace_id, id, creates, position, total)
     select $1, $2, $3, $4, count(*) from lead where workspace_id = $1 and id > $4 and company_id is null and archived_at is null
     returning ${matchColumns}`,
    [workspaceId, id, creates, after],
  );
  scope.enqueue(matchLeadsJob, { workspaceId, matchId: id });
  tellMatch(scope, row!); // an insert gives its row
  return shapeMatch(row!);
}

/** Ends a match; leads that have joined stay where they are. */
export async function cancelMatch(scope: WriteScope, { id }: { id: Uuid }): Promise<CompanyMatch> {
  const { sql, workspaceId } = scope;
  const [row] = await sql<MatchRow>(
    `update company_match set state = 'cancelled', finished_at = now(), updated_at = now()
      where workspace_id = $1 and id = $2 and finished_at is null returning ${matchColumns}`,
    [workspaceId, id],
  );
  if (!row) return getMatch(scope, { id });
  tellMatch(scope, row);
  return shapeMatch(row);
}

export async function getMatch({ read, workspaceId }: ReadScope, { id }: { id: Uuid }): Promise<CompanyMatch> {
  const [row] = await read<MatchRow>(`select ${matchColumns} from company_match where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row ? shapeMatch(row) : fail('company_match.not_found');
}

/** The last matches. */
export async function listMatches({ read, workspaceId }: ReadScope): Promise<{ items: CompanyMatch[] }> {
  const rows = await read<MatchRow>(
    `select ${matchColumns} from company_match where workspace_id = $1 order by created_at desc, id limit 20`,
    [workspaceId],
  );
  return { items: rows.map(shapeMatch) };
}
