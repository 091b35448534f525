import { ConfigError, loadConfig } from '#config';
import { SchemaError } from './migrate/index.ts';
import { startAll } from './start-all.ts';
import { TenancyError } from './start-platform.ts';

/** The platform's process: reads the configuration, starts its role, and ends cleanly on SIGTERM and SIGINT. */
try {
  const platform = await startAll(loadConfig(), process.env);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      platform.app.log.info({ signal }, 'stopping');
      platform.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          platform.app.log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
} catch (error) {
  const known = error instanceof ConfigError || error instanceof SchemaError || error instanceof TenancyError;
  console.error(known ? error.message : error);
  process.exitCode = 1;
}
