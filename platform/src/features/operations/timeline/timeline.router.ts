import { timelineListInput, timelineListOutput } from '@tabard/contract';
import { router, workspaceQuery } from '#kernel';
import { listTimeline } from './list-timeline.ts';

export const timelineRouter = router({
  /** Lists what happened to a lead, a company, a campaign or a mailbox, the newest first; needs the permission to read that noun. */
  list: workspaceQuery({
    permission: 'workspace.read',
    input: timelineListInput,
    output: timelineListOutput,
    handler: listTimeline,
  }),
});
