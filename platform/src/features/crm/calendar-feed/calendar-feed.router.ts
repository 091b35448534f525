import { calendarFeedMadeOutput, calendarFeedOutput } from '@tabard/contract/crm/calendar-feed';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { makeFeed, readFeed, revokeFeed } from './own-feed.ts';

const nothing = z.strictObject({});

export const calendarFeedRouter = router({
  /** Says whether the caller, who is a member, has a calendar feed. */
  get: workspaceQuery({ permission: 'task.read', input: nothing, output: calendarFeedOutput, handler: readFeed }),
  /** Makes the caller's calendar feed, or gives it another address. The address is said this once. */
  create: workspaceMutation({
    permission: 'task.read',
    input: nothing,
    output: calendarFeedMadeOutput,
    handler: makeFeed,
  }),
  /** Ends the caller's calendar feed; its address leads nowhere from then on. */
  revoke: workspaceMutation({
    permission: 'task.read',
    input: nothing,
    output: calendarFeedOutput,
    handler: revokeFeed,
  }),
});
