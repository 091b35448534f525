import type { WidgetConfiguration } from '@tabard/contract';
import { defineEntity, p, tenantPolicies } from '#kernel';

/** What a workspace itself says of one widget. */
export const EmbedConfigurationSchema = defineEntity({
  name: 'EmbedConfiguration',
  tableName: 'embed_configuration',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('embed_configuration'),
  properties: {
    workspaceId: p.uuid().primary(),
    widget: p.string().length(64).primary(),
    settings: p.json<WidgetConfiguration>(),
    updatedAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});

/** What an organization says of one widget, for itself and all below it. */
export const OrganizationEmbedConfigurationSchema = defineEntity({
  name: 'OrganizationEmbedConfiguration',
  tableName: 'organization_embed_configuration',
  properties: {
    organizationId: p.uuid().primary(),
    widget: p.string().length(64).primary(),
    settings: p.json<WidgetConfiguration>(),
    updatedAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});
