import { ConfigError, loadConfig } from '#config';
import { SchemaError } from './migrate/index.ts';
import { startAll } from './start-all.ts';
import { DemoError } from './refuse-demo.ts';
import { setUp } from './set-up.ts';
import { TenancyError } from './start-platform.ts';

/** The platform's process: reads the configuration, starts its role, and ends cleanly on SIGTERM and SIGINT, also while it starts. */
try {
  const config = loadConfig();
  const starting = startAll(config, process.env);
  let settingUp: Promise<unknown> = Promise.resolve();
  const stop = async (signal: string) => {
    const platform = await starting;
    // What it tells is told once: it is not cut off in between.
    await settingUp.catch(() => undefined);
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
  const { app } = await starting;
  const { organization } = config.setup;
  if (organization && config.process.role !== 'worker') await (settingUp = setUp(app, { organization }, console.log));
} catch (error) {
  const known = [ConfigError, SchemaError, TenancyError, DemoError].some((kind) => error instanceof kind);
  console.error(known && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
