import {
  apiKeyCreateInput,
  apiKeyCreateOutput,
  apiKeyListInput,
  apiKeyOutput,
  apiKeyRevokeInput,
  pageOf,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const apiKeyRouter = router({
  /** Makes an API key for an organization or one workspace of it. The secret is in this answer only. */
  create: organizationMutation({
    permission: 'api_key.manage',
    mints: true,
    input: apiKeyCreateInput,
    output: apiKeyCreateOutput,
    handler: createApiKey,
  }),
  /** Lists an organization's API keys, newest first, without their secrets. */
  list: organizationQuery({
    permission: 'api_key.manage',
    input: apiKeyListInput,
    output: pageOf(apiKeyOutput),
    handler: listApiKeys,
  }),
  /** Ends an API key; within five seconds nothing accepts it any more. */
  revoke: organizationMutation({
    permission: 'api_key.manage',
    input: apiKeyRevokeInput,
    output: apiKeyOutput,
    handler: revokeApiKey,
  }),
});
