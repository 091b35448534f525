import { platformParts } from '../start-platform.ts';
import { runTraceCheck, showReport } from '../trace/index.ts';
import { CommandError } from './command.ts';
import { ensurePackages, ensureWidgetBundle } from './widget-bundle.ts';

/** The longest that the whole check may take; it takes a minute or two. */
const patienceMs = 1_800_000;

/** Looks for the product's name and for foreign brands in everything that clients and recipients can see. */
export async function runTraces(args: string[]): Promise<number> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new CommandError('Interrupted: everything that was started is stopped.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  const say = (line: string) => console.error(line);
  const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(patienceMs)]);
  try {
    const reports = await runTraceCheck({
      embedRoot: await ensureWidgetBundle(say),
      parts: platformParts,
      packages: await ensurePackages(say),
      without: args.includes('--no-browser') ? ['a real browser'] : [],
      signal,
      say,
    });
    console.log(showReport(reports));
    return reports.some(({ traces }) => traces.length > 0) ? 1 : 0;
  } catch (error) {
    throw interrupted.signal.aborted ? interrupted.signal.reason : error;
  }
}
