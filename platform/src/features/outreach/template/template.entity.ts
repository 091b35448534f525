import { defineEntity, p, tenantKey, tenantPolicies, timestamps } from '#kernel';

/** A reusable subject and body with merge fields. */
export const TemplateSchema = defineEntity({
  name: 'Template',
  tableName: 'template',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('template'),
  properties: {
    ...tenantKey(),
    name: p.string().length(120),
    subject: p.string().length(500),
    body: p.text(),
    fields: p.array().columnType('text[]').defaultRaw("'{}'"),
    archivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    ...timestamps(),
  },
});
