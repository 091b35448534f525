import { segmentNoun } from '@tabard/contract/crm/segment';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { Uuid } from '@tabard/contract';
import { changeOne, defineSnapshotPart, insertOne, lockOne, setArchived } from '#kernel';
import { segments } from './segment.entity.ts';
import { asksRelated, requireAskable, requireUnused } from './segment.rules.ts';

/** The shared segments of a workspace, but for those that name what only it has, such as a campaign. What each takes is found anew elsewhere. */
export const segmentSnapshot = defineSnapshotPart({
  name: 'segments',
  shape: segmentNoun.createInput.omit({ shared: true }),
  nameOf: ({ name }) => name,
  async list({ read, workspaceId }) {
    const rows = await read<{ id: Uuid; name: string; description: string; where: WrittenFilter }>(
      `select id, name, description, "where" from segment
        where workspace_id = $1 and archived_at is null and shared and "where"::text !~ '_[0-9a-f]{32}' order by created_at, id`,
      [workspaceId],
    );
    return rows.map(({ id, ...value }) => ({ id, value, fixed: null }));
  },
  async save(scope, value, known) {
    await requireAskable(scope, value.where);
    const built = { asksRelated: asksRelated(value.where), dueAt: new Date(), state: 'building' as const };
    if (known) await changeOne(segments, scope, await lockOne(segments, scope, known.id), { ...value, ...built });
    else await insertOne(segments, scope, { ...value, ...built, shared: true });
  },
  async archive(scope, ids) {
    await requireUnused(scope, ids);
    await setArchived(segments, scope, { ids, archived: true });
  },
});
