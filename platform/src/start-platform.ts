import type { AnyTRPCRouter } from '@trpc/server';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { appRouter, consumers, entities, features, retentions } from '#features';
import { startHttp } from '#http';
import { checkTenancy, retentionSweep, runConsumers, startRelay, type App, type Feature, type Finding } from '#kernel';
import type { Ports } from '#ports';
import { archiveRoute } from './archive/index.ts';
import { compose } from './compose.ts';
import { requireSchema } from './migrate/index.ts';
import { refuseDemo } from './refuse-demo.ts';

/** A running process of the platform. */
export interface RunningPlatform {
  /** Where it listens; null for a worker, which does not. */
  url: string | null;
  app: App;
  /** Ends everything in the opposite order of its start. Safe to call twice. */
  stop(): Promise<void>;
}

/** What a process is made of: the features, and the router of their procedures. */
export interface PlatformParts {
  readonly features: readonly Feature[];
  readonly router: AnyTRPCRouter;
}

/** All that there is. */
export const platformParts: PlatformParts = { features, router: appRouter };

/** The database has holes between workspaces; nothing was started. */
export class TenancyError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(
      `Refusing to start: ${findings.length} hole(s) between workspaces in the database.\n` +
        findings.map(({ object, problem }) => `  - ${object} ${problem}`).join('\n'),
    );
    this.name = 'TenancyError';
    this.findings = findings;
  }
}

/**
 * Starts this process in its role: `api` answers requests, `worker` runs the relay, jobs and services, `all` does both in one process,
 * which is for tests: see `startAll`.
 * @throws SchemaError when the database is older or newer than this program.
 * @throws TenancyError when the audit of the database finds anything.
 * @throws DemoError when it holds the demo and the configuration does not say so.
 */
export async function startPlatform(
  config: Config,
  options: { ports?: Partial<Ports>; log?: Logger; parts?: PlatformParts } = {},
): Promise<RunningPlatform> {
  const app = await compose(config, options);
  const { features: parts, router } = options.parts ?? platformParts;
  const running: { stop(): Promise<void> }[] = [{ stop: () => app.close() }];
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopAll(running));
  try {
    await requireDatabase(app);
    await refuseDemo(app);
    let url: string | null = null;
    if (config.process.role !== 'api') {
      running.push(startRelay(app));
      running.push(await runConsumers(app, consumers));
      running.push(await retentionSweep(retentions).start(app));
      running.push(
        await app.jobs.work(
          app,
          parts.flatMap((feature) => feature.jobs ?? []),
        ),
      );
      for (const service of parts.flatMap((feature) => feature.services ?? [])) running.push(await service.start(app));
    }
    if (config.process.role !== 'worker') {
      const http = await startHttp(app, {
        router,
        routes: [...parts.flatMap((feature) => feature.routes ?? []), archiveRoute],
        fastRoutes: parts.flatMap((feature) => feature.fastRoutes ?? []),
      });
      running.push(http);
      url = http.url;
    }
    app.log.info({ role: config.process.role, url }, 'started');
    return { url, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function requireDatabase(app: App): Promise<void> {
  const client = await app.database.maintenanceClient();
  try {
    await requireSchema(client);
    const findings = await checkTenancy(client, entities);
    if (findings.length > 0) throw new TenancyError(findings);
  } finally {
    client.release();
  }
}

async function stopAll(running: { stop(): Promise<void> }[]): Promise<void> {
  for (const part of running.toReversed()) await part.stop();
}
