import { fail } from '#kernel';
import { isBeingDeleted, type Shuttable } from './standing.rules.ts';

/**
 * Ends what would put something into a place that goes some day, by itself or with one above it: it would go along unnoticed.
 * @throws `organization.deletion_begun`, `organization.to_be_deleted`
 */
export function requireStaying(path: readonly Shuttable[]): void {
  if (isBeingDeleted(path)) fail('organization.deletion_begun');
  if (path.some(({ delete_after }) => delete_after !== null)) fail('organization.to_be_deleted');
}
