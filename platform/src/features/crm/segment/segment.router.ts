import { archiveOf, callerOf, countOf, createOf, getOf, listOf, restoreOf, router, updateOf } from '#kernel';
import { refreshSegmentsJob } from './refresh-segments.job.ts';
import { segments } from './segment.entity.ts';
import { asksRelated, nameOfOwner, requireAskable, requireOwn, requireRoom, requireUnused } from './segment.rules.ts';

export const segmentRouter = router({
  /** Lists the segments that the caller may see, newest first unless told otherwise. */
  list: listOf(segments),
  /** Counts the segments that a filter takes. */
  count: countOf(segments),
  /** Gets one segment. */
  get: getOf(segments),
  /** Adds a segment; its leads are found after the answer, and asking for them before means its conditions. */
  create: createOf(segments, {
    async prepare(scope, input) {
      await requireRoom(scope, 1);
      await requireAskable(scope, input.where);
      scope.enqueue(refreshSegmentsJob, { workspaceId: scope.workspaceId });
      const kept = { asksRelated: asksRelated(input.where), owner: callerOf(scope.principal) };
      return { ...input, ...kept, ownerName: await nameOfOwner(scope) };
    },
  }),
  /** Changes the given fields of a segment. With other conditions its leads are found anew. */
  update: updateOf(segments, {
    async prepare(scope, changes, known) {
      await requireOwn(scope, [known.id]);
      const { where } = changes;
      if (where === undefined || JSON.stringify(where) === JSON.stringify(known.where)) return changes;
      await requireAskable(scope, where);
      scope.enqueue(refreshSegmentsJob, { workspaceId: scope.workspaceId });
      const kept = { asksRelated: asksRelated(where), dueAt: new Date() };
      return { ...changes, ...kept, state: 'building' as const };
    },
  }),
  /** Takes up to 1,000 segments out of use; one that drafts of campaigns take their leads from stays. */
  archive: archiveOf(segments, {
    async prepare(scope, ids) {
      await requireOwn(scope, ids);
      await requireUnused(scope, ids);
    },
  }),
  /** Brings archived segments back; their leads are found anew. */
  restore: restoreOf(segments, {
    async prepare(scope, ids) {
      await requireOwn(scope, ids);
      await requireRoom(scope, ids.length);
      await scope.sql(
        `update segment set state = 'building', due_at = now() where workspace_id = $1 and id = any($2::uuid[]) and archived_at is not null`,
        [scope.workspaceId, ids],
      );
      scope.enqueue(refreshSegmentsJob, { workspaceId: scope.workspaceId });
    },
  }),
});
