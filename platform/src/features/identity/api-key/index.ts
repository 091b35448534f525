import { defineFeature } from '#kernel';
import { ApiKeySchema } from './api-key.entity.ts';

/** A server's credential. */
export const apiKeyFeature = defineFeature({ name: 'api-key', entities: [ApiKeySchema] });

export { apiKeyPrefix } from './api-key.rules.ts';
export { apiKeyRouter } from './api-key.router.ts';
export { insertApiKey } from './create-api-key.ts';
export { isInNetworks } from './networks.ts';
export { endApiKey } from './revoke-api-key.ts';
