import {
  embedSessionCreateInput,
  embedSessionCreateOutput,
  embedSessionListInput,
  embedSessionOutput,
  embedSessionRevokeInput,
  pageOf,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { createEmbedSession } from './create-embed-session.ts';
import { listEmbedSessions } from './list-embed-sessions.ts';
import { revokeEmbedSession } from './revoke-embed-session.ts';

export const embedSessionRouter = router({
  /** Makes the short-lived credential that your server hands to a page. The client secret is in this answer only. */
  create: organizationMutation({
    permission: 'embed_session.create',
    mints: true,
    input: embedSessionCreateInput,
    output: embedSessionCreateOutput,
    handler: createEmbedSession,
  }),
  /** Lists a workspace's embed sessions of the last day, newest first. */
  list: organizationQuery({
    permission: 'embed_session.create',
    input: embedSessionListInput,
    output: pageOf(embedSessionOutput),
    handler: listEmbedSessions,
  }),
  /** Ends an embed session; within five seconds nothing accepts it and its open streams are closed. */
  revoke: organizationMutation({
    permission: 'embed_session.create',
    input: embedSessionRevokeInput,
    output: embedSessionOutput,
    handler: revokeEmbedSession,
  }),
});
