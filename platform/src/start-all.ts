import type { Config } from '#config';
import { keepWorker } from './keep-worker.ts';
import { startPlatform, type RunningPlatform } from './start-platform.ts';

/**
 * Starts what the role asks for. `all` is two processes: this one answers requests, a worker beside it does the rest. `env` is what the
 * configuration was read from.
 */
export async function startAll(config: Config, env: NodeJS.ProcessEnv): Promise<RunningPlatform> {
  if (config.process.role !== 'all') return startPlatform(config);
  const api = await startPlatform({ ...config, process: { ...config.process, role: 'api' } });
  const worker = keepWorker(env, api.app.log);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await worker.stop();
    await api.stop();
  };
  return { ...api, stop: () => (stopping ??= stop()) };
}
