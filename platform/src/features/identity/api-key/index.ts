import { defineFeature } from '#kernel';
import { ApiKeySchema } from './api-key.entity.ts';

/** The api-key feature. */
export const apiKeyFeature = defineFeature({ name: 'api-key', entities: [ApiKeySchema] });

export { ApiKeySchema };
