import type { Uuid } from '@tabard/contract';
import type { Sql } from './database.ts';

/** Works in another scope of an open transaction: acts above workspaces have that of the caller's organization, which is not always the row's. */
export async function withinScope<T>(sql: Sql, scopeId: Uuid, work: () => Promise<T>): Promise<T> {
  const enter = (id: string) => sql(`select set_config('app.workspace_id', $1, true)`, [id]);
  const [before] = await sql<{ id: string | null }>(`select current_setting('app.workspace_id', true) as id`);
  await enter(scopeId);
  const value = await work();
  await enter(before?.id ?? '');
  return value;
}
