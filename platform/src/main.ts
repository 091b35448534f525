import { ConfigError, loadConfig } from '#config';
import { SchemaError } from './migrate/index.ts';
import { startAll } from './start-all.ts';
import { TenancyError } from './start-platform.ts';

/** The platform's process: reads the configuration, starts its role, and ends cleanly on SIGTERM and SIGINT, also while it starts. */
try {
  const starting = startAll(loadConfig(), process.env);
  const stop = async (signal: string) => {
    const platform = await starting;
    platform.app.log.info({ signal }, 'stopping');
    await platform.stop().catch((error: unknown) => {
      platform.app.log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    // What keeps it from starting is said below.
    process.once(signal, () => void stop(signal).catch(() => undefined));
  await starting;
} catch (error) {
  const known = error instanceof ConfigError || error instanceof SchemaError || error instanceof TenancyError;
  console.error(known ? error.message : error);
  process.exitCode = 1;
}
