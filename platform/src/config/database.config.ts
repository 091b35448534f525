import { z } from 'zod';

const url = z.string().regex(/^postgres(?:ql)?:\/\//, 'Give a URL such as postgres://user:password@host:5432/name.');

/** Where the data lives. Runtime and maintenance log in with roles of their own, which own nothing. */
export const databaseConfig = z
  .object({
    /** The login that owns the tables; needed by `migrate`, not by running processes that have the two below. */
    DATABASE_URL: url,
    /** The runtime login; derived from DATABASE_URL when unset. */
    DATABASE_RUNTIME_URL: url.optional(),
    /** The login for partitions, sweeping and relaying across workspaces; derived when unset. */
    DATABASE_MAINTENANCE_URL: url.optional(),
    /** Connections of the runtime pool. */
    DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(16),
  })
  .transform((env) => ({
    url: env.DATABASE_URL,
    runtimeUrl: env.DATABASE_RUNTIME_URL,
    maintenanceUrl: env.DATABASE_MAINTENANCE_URL,
    pool: env.DATABASE_POOL,
  }));
