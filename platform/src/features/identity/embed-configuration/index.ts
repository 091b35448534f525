import { defineFeature } from '#kernel';
import { EmbedConfigurationSchema, OrganizationEmbedConfigurationSchema } from './embed-configuration.entity.ts';

/** What widgets show by default: columns, actions, filters, hidden parts. */
export const embedConfigurationFeature = defineFeature({
  name: 'embed-configuration',
  entities: [EmbedConfigurationSchema, OrganizationEmbedConfigurationSchema],
});

export { embedConfigurationRouter } from './embed-configuration.router.ts';
export { resolveConfiguration } from './resolve-configuration.ts';
