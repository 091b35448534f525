import { toPublicId, type Uuid } from '@tabard/contract';
import type { OrganizationWriteScope } from '#kernel';
import { requireAnotherOwner } from './authority.ts';
import { closePlace } from './close-place.ts';
import { requireMember } from './require-member.ts';

/** Takes a person out of a place, within five seconds everywhere. What they did keeps their name; where else they belong, they stay. */
export async function removeMember(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<{ id: string }> {
  const { sql } = scope;
  const { row, place } = await requireMember(scope, input.id);
  await requireAnotherOwner(sql, place, row);
  await sql('delete from member where id = $1', [row.id]);
  await closePlace(sql, row.user_id);
  return { id: toPublicId('member', row.id) };
}
