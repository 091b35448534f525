import { toPublicId, type IdKind, type Uuid } from '@tabard/contract';
import { idPrefixes } from '@tabard/contract/id-prefixes';
import { newId } from '#kernel';
import type { Client, Walk } from './client.ts';

/** Tables whose name is not that of the kind of id. */
const tables: Partial<Record<IdKind, string>> = { user: 'app_user' };

/** An id of each kind that the client has; where there is none, one that nobody has, to be refused. */
export async function idsOf(
  { installation }: Pick<Walk, 'installation'>,
  client: Client,
): Promise<Record<IdKind, string>> {
  const columns = await installation.sql<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and column_name in ('workspace_id', 'organization_id')`,
  );
  const known: Partial<Record<IdKind, Uuid>> = { organization: client.organizationId, workspace: client.workspaceId };
  const find = async (kind: IdKind): Promise<Uuid | undefined> => {
    const table = tables[kind] ?? kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const own = columns.filter((one) => one.table === table).map(({ column }) => `"${column}" = any($1)`);
    const where =
      kind === 'user' ? 'id in (select user_id from member where organization_id = any($1))' : own.join(' or ');
    if (where === '') return undefined;
    const [row] = await installation.sql<{ id: Uuid }>(`select id from "${table}" where ${where} order by id limit 1`, [
      [client.workspaceId, client.organizationId],
    ]);
    return row?.id;
  };
  const pairs = await Promise.all(
    (Object.keys(idPrefixes) as IdKind[]).map(
      // one for each kind
      async (kind): Promise<[IdKind, string]> => [kind, toPublicId(kind, known[kind] ?? (await find(kind)) ?? newId())],
    ),
  );
  return Object.fromEntries(pairs) as Record<IdKind, string>; // one for each kind
}
