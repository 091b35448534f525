import {
  hostedPageCreateInput,
  hostedPageCreateOutput,
  hostedPageRevokeInput,
  hostedPageRevokeOutput,
} from '@tabard/contract';
import { organizationMutation, router } from '#kernel';
import { createHostedPage } from './create-hosted-page.ts';
import { revokeHostedPage } from './revoke-hosted-page.ts';

export const hostedPageRouter = router({
  /** Makes a page of ours that shows one widget, for hosts that run no foreign script, and the link that opens it once. */
  create: organizationMutation({
    permission: 'embed_session.create',
    mints: true,
    input: hostedPageCreateInput,
    output: hostedPageCreateOutput,
    handler: createHostedPage,
  }),
  /** Ends a hosted page; within five seconds nothing accepts its session and its open streams are closed. */
  revoke: organizationMutation({
    permission: 'embed_session.create',
    input: hostedPageRevokeInput,
    output: hostedPageRevokeOutput,
    handler: revokeHostedPage,
  }),
});
