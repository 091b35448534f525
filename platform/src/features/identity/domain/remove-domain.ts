import { toPublicId, type Uuid } from '@tabard/contract';
import { endSessionsUnder } from '#features/identity/session';
import { withinScope, type OrganizationWriteScope } from '#kernel';
import { requireDomain } from './require-domain.ts';
import { tellOfDomain } from './tell-of-domain.ts';

/** Gives a name back: within five seconds it is served no more, whoever was signed in under it is signed out, and others can claim it. */
export async function removeDomain(scope: OrganizationWriteScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const row = await requireDomain(scope, id);
  const { sql } = scope;
  await withinScope(sql, row.workspace_id, () =>
    sql('delete from domain where workspace_id = $1 and id = $2', [row.workspace_id, id]),
  );
  await endSessionsUnder(sql, id);
  await tellOfDomain(scope, { ...row, state: 'removed' });
  return { id: toPublicId('domain', id) };
}
