import {
  apiKeyCreateInput,
  apiKeyCreateOutput,
  apiKeyGrantableOutput,
  apiKeyListInput,
  apiKeyOutput,
  apiKeyRevokeInput,
  apiKeyRotateInput,
  apiKeyUpdateInput,
  pageOf,
} from '@tabard/contract';
import { z } from 'zod';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listGrantable } from './list-grantable.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import { updateApiKey } from './update-api-key.ts';

export const apiKeyRouter = router({
  /** Makes an API key for an organization or one workspace of it. The secret is in this answer only. */
  create: organizationMutation({
    permission: 'api_key.manage',
    mints: true,
    input: apiKeyCreateInput,
    output: apiKeyCreateOutput,
    handler: createApiKey,
  }),
  /** Lists API keys, newest first, without their secrets: an organization's, or those of the one workspace you are let into. */
  list: organizationQuery({
    permission: 'api_key.manage',
    input: apiKeyListInput,
    output: pageOf(apiKeyOutput),
    handler: listApiKeys,
  }),
  /** Tells what you can give a key that you make, and whether it can have every workspace of the organization. */
  grantable: organizationQuery({
    permission: 'api_key.manage',
    input: z.strictObject({}).optional(),
    output: apiKeyGrantableOutput,
    handler: listGrantable,
  }),
  /** Changes a key's name, its end or the networks it may be used from; what is left out stays as it is. */
  update: organizationMutation({
    permission: 'api_key.manage',
    input: apiKeyUpdateInput,
    output: apiKeyOutput,
    handler: updateApiKey,
  }),
  /** Gives a key a new secret, in this answer only; the one before works for a chosen time more, at most seven days. */
  rotate: organizationMutation({
    permission: 'api_key.manage',
    mints: true,
    input: apiKeyRotateInput,
    output: apiKeyCreateOutput,
    handler: rotateApiKey,
  }),
  /** Ends an API key; within five seconds nothing accepts it any more. */
  revoke: organizationMutation({
    permission: 'api_key.manage',
    input: apiKeyRevokeInput,
    output: apiKeyOutput,
    handler: revokeApiKey,
  }),
});
