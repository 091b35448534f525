import { idOutput, toPublicId, type Uuid } from '@tabard/contract';
import type { Tag, tagMergeInput, tagNoun } from '@tabard/contract/crm/tag';
import { z } from 'zod';
import { changeOne, fail, lockOne, readOne, type WriteScope } from '#kernel';
import { beginSpread, requireStill } from './begin-spread.ts';
import { tags } from './tag.entity.ts';

/** The id of a tag that is being taken off all leads. */
export const tagRemoved = z.object({ id: idOutput('tag') });

async function getTag(scope: WriteScope, id: Uuid): Promise<Tag> {
  const row = await readOne(tags, scope, id);
  return row ? tags.shape(row) : fail('tag.not_found');
}

/** Changes what is given. A new name is the tag's at once, and that of the word in its leads one after the other. */
export async function updateTag(
  scope: WriteScope,
  { id, ...changes }: z.output<typeof tagNoun.updateInput>,
): Promise<Tag> {
  const known = await lockOne(tags, scope, id);
  const from = known.name;
  const renamed = changes.name !== undefined && changes.name !== from;
  if (renamed) await requireStill(scope, [id]);
  await changeOne(tags, scope, known, changes);
  if (renamed) await beginSpread(scope, id, { kind: 'rename', from });
  return getTag(scope, id);
}

/** Lets the leads of one tag carry another one instead, and ends the first. Gives the one that stays. */
export async function mergeTag(scope: WriteScope, { id, intoId }: z.output<typeof tagMergeInput>): Promise<Tag> {
  if (id === intoId)
    fail('request.invalid', {
      details: [{ path: 'intoId', reason: 'not_listed', message: 'Choose another tag than the one that ends.' }],
    });
  await lockBoth(scope, [id, intoId]);
  await requireStill(scope, [id, intoId]);
  await beginSpread(scope, id, { kind: 'merge', into: intoId });
  return getTag(scope, intoId);
}

/** Takes a tag off all of its leads and ends it. */
export async function removeTag(scope: WriteScope, { id }: { id: Uuid }): Promise<z.input<typeof tagRemoved>> {
  await lockBoth(scope, [id]);
  await requireStill(scope, [id]);
  await beginSpread(scope, id, { kind: 'remove' });
  return { id: toPublicId('tag', id) };
}

/** Locks tags, archived ones too, in the order of their ids. */
async function lockBoth({ sql, workspaceId }: WriteScope, ids: readonly Uuid[]): Promise<void> {
  const rows = await sql(
    'select id from tag where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update',
    [workspaceId, ids],
  );
  if (rows.length < ids.length) fail('tag.not_found');
}
