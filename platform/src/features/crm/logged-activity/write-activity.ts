import { fromPublicId } from '@tabard/contract';
import type {
  LoggedActivity,
  loggedActivityCreateInput,
  loggedActivityNoun,
} from '@tabard/contract/crm/logged-activity';
import type { z } from 'zod';
import { authorOf, requireAuthor, settleSubject } from '#features/crm/record-subject';
import { changeOne, fail, insertOne, lockOne, type WriteScope } from '#kernel';
import { readActivity } from './list-activities.ts';
import { loggedActivities } from './logged-activity.entity.ts';

/** A clock may be a little ahead of ours. */
const aheadMs = 300_000;

/** What stands of an activity by its kind: only calls have an outcome, and a meeting has no direction. */
interface ByKind {
  kind: string;
  direction?: string | null;
  outcome?: string | null;
  minutes?: number | null;
}

/**
 * What does not belong to a kind is refused, field by field.
 * @throws Failure `request.invalid`.
 */
function requireFits({ kind, direction, outcome, minutes }: ByKind, happenedAt: string | Date): void {
  const details = [
    ...(outcome && kind !== 'call' ? [wrong('outcome', 'Only a call has an outcome.')] : []),
    ...(direction && kind !== 'call' && kind !== 'mail' ? [wrong('direction', 'Only calls and mails have one.')] : []),
    ...(typeof minutes === 'number' && kind === 'mail' ? [wrong('minutes', 'A mail has no length.')] : []),
    ...(new Date(happenedAt).getTime() > Date.now() + aheadMs
      ? [wrong('happenedAt', 'This is still to come. Make a task of it.')]
      : []),
  ];
  if (details.length > 0) fail('request.invalid', { details });
}

const wrong = (path: string, message: string) => ({ path, reason: 'not_listed' as const, message });

/** Writes an activity down about a record. */
export async function createActivity(
  scope: WriteScope,
  { subject, happenedAt, ...input }: z.output<typeof loggedActivityCreateInput>,
): Promise<LoggedActivity> {
  requireFits(input, happenedAt);
  const on = await settleSubject(scope, subject);
  const by = await authorOf(scope);
  const made = await insertOne(loggedActivities, scope, { ...input, happenedAt: new Date(happenedAt), ...on, ...by });
  return readActivity(scope, { id: fromPublicId('loggedActivity', made.id)! }); // made of one
}

/** Changes what was written down. */
export async function updateActivity(
  scope: WriteScope,
  { id, happenedAt, ...changes }: z.output<(typeof loggedActivityNoun)['updateInput']>,
): Promise<LoggedActivity> {
  const known = await lockOne(loggedActivities, scope, id);
  await requireAuthor(scope, 'logged_activity', [id]);
  requireFits({ ...known, ...changes }, happenedAt ?? known.happenedAt);
  await changeOne(loggedActivities, scope, known, {
    ...changes,
    ...(happenedAt && { happenedAt: new Date(happenedAt) }),
  });
  return readActivity(scope, { id });
}
