import { defineEntity, p } from '#kernel';

/** Failed sign-ins by address and account, counted in the database so that all processes count together. */
export const RateLimitSchema = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    /** When the count starts anew, in milliseconds since 1970. */
    expire: p.bigint('string').nullable(),
  },
});
