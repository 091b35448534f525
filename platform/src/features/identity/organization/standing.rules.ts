import type { Standing } from '@tabard/contract';

/** A place of the tree, as far as it shuts itself and all below it. */
export interface Shuttable {
  suspended_at: Date | null;
  archived_at: Date | null;
  /** When it is deleted, with everything below it, unless somebody restores it before. */
  delete_after: Date | null;
  /** Since when it is being deleted: everything below it, too. */
  deleting_since: Date | null;
}

/** What holds at the first of these places, which go up to the root: it is shut with everything above it. */
export function standingOf(path: readonly Shuttable[]): Standing {
  if (path.some(({ archived_at }) => archived_at !== null)) return 'archived';
  return path.some(({ suspended_at }) => suspended_at !== null) ? 'suspended' : 'open';
}

/** The places above all that are shut: whoever belongs to one of these is not shut out. */
export function aboveShut<P extends Shuttable>(path: readonly P[]): P[] {
  return path.slice(path.findLastIndex((place) => standingOf([place]) !== 'open') + 1);
}

/** Whether the first of these places is being deleted, by itself or with one above it. */
export const isBeingDeleted = (path: readonly Shuttable[]): boolean =>
  path.some(({ deleting_since }) => deleting_since !== null);
