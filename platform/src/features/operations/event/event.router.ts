import { eventStreamInput } from '@tabard/contract';
import { router, workspaceSubscription } from '#kernel';
import { streamEvents } from './stream-events.ts';

export const eventRouter = router({
  /** Streams what happens in the workspace; `lastEventId` resumes after that event, up to seven days back. */
  stream: workspaceSubscription({ permission: 'workspace.read', input: eventStreamInput, handler: streamEvents }),
});
