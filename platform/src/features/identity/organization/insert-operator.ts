import type { Uuid } from '@tabard/contract';
import { newId, type Sql } from '#kernel';

/** Makes the root of the tree, of which an installation has one; whoever calls it has seen that there is none. */
export async function insertOperator(sql: Sql, name: string): Promise<Uuid> {
  const id = newId();
  await sql(`insert into organization (id, kind, name, slug) values ($1, 'operator', $2, 'operator')`, [id, name]);
  return id;
}
