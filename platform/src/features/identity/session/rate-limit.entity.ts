import { defineEntity, p, type Retention } from '#kernel';

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

/** A count that has ended counts nothing. */
export const rateLimitRetention: Retention = {
  table: 'rate_limit',
  key: ['key'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: 't.expire < extract(epoch from now()) * 1000',
  because: 'A count is of no use when its time has passed.',
};
