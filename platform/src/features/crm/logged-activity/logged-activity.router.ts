import { pageOf, type Uuid } from '@tabard/contract';
import {
  loggedActivityCreateInput,
  loggedActivityListInput,
  loggedActivityNoun,
  loggedActivityOutput,
} from '@tabard/contract/crm/logged-activity';
import { requireAuthor } from '#features/crm/record-subject';
import { archiveOf, countOf, restoreOf, router, workspaceMutation, workspaceQuery, type WriteScope } from '#kernel';
import { listActivities, readActivity } from './list-activities.ts';
import { loggedActivities } from './logged-activity.entity.ts';
import { createActivity, updateActivity } from './write-activity.ts';

const { read, write } = loggedActivities;
const prepare = (scope: WriteScope, ids: readonly Uuid[]) => requireAuthor(scope, 'logged_activity', ids);

export const loggedActivityRouter = router({
  /** Lists activities in the order in which they happened, the latest first unless told otherwise. */
  list: workspaceQuery({
    permission: read,
    input: loggedActivityListInput,
    output: pageOf(loggedActivityOutput),
    handler: listActivities,
  }),
  /** Counts the activities that a filter takes. */
  count: countOf(loggedActivities),
  /** Gets one activity. */
  get: workspaceQuery({
    permission: read,
    input: loggedActivityNoun.idInput,
    output: loggedActivityOutput,
    handler: readActivity,
  }),
  /** Writes down a call, a meeting or a mail elsewhere with a lead, with a company or about a deal. It is its company's last activity, unless something later is known. */
  create: workspaceMutation({
    permission: write,
    input: loggedActivityCreateInput,
    output: loggedActivityOutput,
    handler: createActivity,
  }),
  /** Changes the given fields of an activity; who wrote it down may, and who manages the workspace. */
  update: workspaceMutation({
    permission: write,
    input: loggedActivityNoun.updateInput,
    output: loggedActivityOutput,
    handler: updateActivity,
  }),
  /** Deletes up to 1,000 activities; for thirty days they can be restored. */
  archive: archiveOf(loggedActivities, { prepare }),
  /** Brings deleted activities back. */
  restore: restoreOf(loggedActivities, { prepare }),
});
