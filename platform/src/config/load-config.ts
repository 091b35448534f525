import type { z } from 'zod';
import { databaseConfig } from './database.config.ts';
import { deletionConfig } from './deletion.config.ts';
import { domainsConfig } from './domains.config.ts';
import { httpConfig } from './http.config.ts';
import { identityProvidersConfig } from './identity-providers.config.ts';
import { inboundConfig } from './inbound.config.ts';
import { limitsConfig } from './limits.config.ts';
import { processConfig } from './process.config.ts';
import { queueConfig } from './queue.config.ts';
import { secretsConfig } from './secrets.config.ts';
import { sendingConfig } from './sending.config.ts';
import { setupConfig } from './setup.config.ts';
import { storageConfig } from './storage.config.ts';
import { systemMailConfig } from './system-mail.config.ts';

const sections = {
  process: processConfig,
  database: databaseConfig,
  queue: queueConfig,
  http: httpConfig,
  domains: domainsConfig,
  identityProviders: identityProvidersConfig,
  limits: limitsConfig,
  secrets: secretsConfig,
  sending: sendingConfig,
  inbound: inboundConfig,
  storage: storageConfig,
  deletion: deletionConfig,
  setup: setupConfig,
  systemMail: systemMailConfig,
};

/** Everything the environment decides, one section per subsystem. */
export type Config = { [S in keyof typeof sections]: z.output<(typeof sections)[S]> };

/** Every setting that is missing or wrong, reported at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the configuration from environment variables; empty ones count as unset.
 * @throws ConfigError that names every wrong variable and what it should hold.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const problems: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(sections)) {
    const parsed = schema.safeParse(present);
    if (parsed.success) config[name] = parsed.data;
    else problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  // Every section was parsed by its own schema just above; the loop loses the link between name and type.
  return config as Config;
}
