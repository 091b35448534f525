import { defineEntity, p } from '#kernel';

/** How an installation began: one row. Only hashes of the link and the key are kept. */
export const SetupSchema = defineEntity({
  name: 'Setup',
  tableName: 'setup',
  properties: {
    /** The operator, whose installation it is. */
    organizationId: p.uuid().primary(),
    /** The first person, once they have come by the link. */
    userId: p.uuid().nullable(),
    /** The key that was shown first. */
    apiKeyId: p.uuid(),
    linkHash: p.string().length(64).nullable(),
    linkExpiresAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    /** When link and key were printed; until then a start prints new ones. */
    shownAt: p.datetime(3).columnType('timestamptz(3)').nullable(),
    createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
});
