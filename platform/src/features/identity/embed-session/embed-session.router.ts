import {
  embedSessionCreateInput,
  embedSessionCreateOutput,
  embedSessionListInput,
  embedSessionOutput,
  embedSessionRevokeInput,
  pageOf,
} from '@tabard/contract';
import { controlMutation, controlQuery, router } from '#kernel';
import { createEmbedSession } from './create-embed-session.ts';
import { listEmbedSessions } from './list-embed-sessions.ts';
import { revokeEmbedSession } from './revoke-embed-session.ts';

export const embedSessionRouter = router({
  /** Makes the short-lived credential that your server hands to a page. The client secret is in this answer only. */
  create: controlMutation({
    permission: 'embed_session.create',
    mints: true,
    input: embedSessionCreateInput,
    output: embedSessionCreateOutput,
    act: createEmbedSession,
  }),
  /** Lists a workspace's embed sessions of the last day, newest first. */
  list: controlQuery({
    permission: 'embed_session.create',
    input: embedSessionListInput,
    output: pageOf(embedSessionOutput),
    act: listEmbedSessions,
  }),
  /** Ends an embed session; within five seconds nothing accepts it and its open streams are closed. */
  revoke: controlMutation({
    permission: 'embed_session.create',
    input: embedSessionRevokeInput,
    output: embedSessionOutput,
    act: revokeEmbedSession,
  }),
});
