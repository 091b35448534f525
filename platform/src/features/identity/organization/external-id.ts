import type { Uuid } from '@tabard/contract';
import { fail, type Sql } from '#kernel';

/** Where an organization is to stand, and what it is to be called there by a host's own system. */
interface Named {
  id: Uuid;
  parentId: Uuid | null;
  externalId: string | null | undefined;
}

/**
 * Refuses an external id that another organization at the same place has. Two who give the same one take turns, and the second is told.
 * @throws `organization.external_id_taken`
 */
export async function requireFreeName(sql: Sql, { id, parentId, externalId }: Named): Promise<void> {
  if (!externalId || parentId === null) return;
  await sql('select from organization where id = $1 for no key update', [parentId]);
  const [other] = await sql('select from organization where parent_id = $1 and external_id = $2 and id <> $3', [
    parentId,
    externalId,
    id,
  ]);
  if (other) fail('organization.external_id_taken');
}
