import { asker } from './ask.ts';
import type { Client, Walk } from './client.ts';
import { fillWorkspace } from './fill-workspace.ts';
import { productMark } from './find-traces.ts';
import { Inspection, type SurfaceReport, type Viewer } from './inspection.ts';
import { lookAtCalendars } from './look-at-calendars.ts';
import { lookAtEmbedFiles } from './look-at-embed-files.ts';
import { lookAtLinks } from './look-at-links.ts';
import { lookAtMails } from './look-at-mails.ts';
import { lookAtPackages } from './look-at-packages.ts';
import { lookAtPages } from './look-at-pages.ts';
import { lookAtProcedures } from './look-at-procedures.ts';
import { lookAtRefusals } from './look-at-refusals.ts';
import { lookAtStreams } from './look-at-streams.ts';
import { lookAtSystemMails } from './look-at-system-mails.ts';
import { everyPlace, lookInBrowser } from './look-in-browser.ts';
import { makeClients } from './make-client.ts';
import { startInstallation, type MadeOf } from './start-installation.ts';
import { TraceError } from './trace-error.ts';
import { marksOf } from './client.ts';
import { twoAgencies, type Agency } from './two-agencies.ts';
import { ownRoutes } from '#http';

/** Every surface, in an order in which none ends what a later one needs: procedures sign out, and links take people out. */
export const surfaces = {
  'elements as served': lookAtEmbedFiles,
  'pages and files': lookAtPages,
  'refusals and failures': lookAtRefusals,
  'a real browser': lookInBrowser,
  'event streams': lookAtStreams,
  'mails of the platform': lookAtSystemMails,
  'mails of campaigns': lookAtMails,
  'links of mails': lookAtLinks,
  'calendar feeds': lookAtCalendars,
  procedures: lookAtProcedures,
  'packages for embedders': lookAtPackages,
} as const satisfies Record<string, (walk: Walk) => Promise<void>>;

export type Surface = keyof typeof surfaces | 'setting up';

export interface TraceOptions extends MadeOf {
  /** Folders of built packages. */
  packages: readonly string[];
  /** Surfaces that are left out. */
  without?: readonly Surface[];
  /** Addresses in the app that the browser opens; every one unless told. */
  places?: readonly string[];
  agencies?: readonly [Agency, Agency];
  /** Ends the check early; everything it started is stopped. */
  signal: AbortSignal;
  /** Is told what is looked at next. */
  say?: (line: string) => void;
}

/**
 * Starts an installation of two agencies, looks at everything that their clients and recipients can see, and takes it away again.
 * @throws TraceError when something could not be looked at; what was not looked at is not free of traces.
 */
export async function runTraceCheck(options: TraceOptions): Promise<readonly SurfaceReport[]> {
  const { embedRoot, parts, packages, without = [], agencies = twoAgencies, signal, say = () => undefined } = options;
  const inspection = new Inspection();
  say('Starting an installation for the check…');
  const installation = await startInstallation({ embedRoot, parts }, signal);
  try {
    const ask = asker(installation.url, inspection, signal);
    const marks = [productMark, ...agencies.flatMap((agency) => marksOf(agency, []))];
    const stranger: Viewer = { name: 'anybody', marks };
    inspection.begin('setting up');
    const clients: readonly [Client, Client] = await makeClients({ installation, ask, stranger }, agencies);
    const walk: Walk = {
      installation,
      inspection,
      ask,
      clients,
      stranger,
      router: parts.router,
      routes: [...ownRoutes, ...parts.features.flatMap(({ routes }) => routes ?? [])],
      fastRoutes: parts.features.flatMap(({ fastRoutes }) => fastRoutes ?? []),
      embedRoot,
      places: options.places ?? everyPlace,
      packages,
      signal,
    };
    for (const client of clients) await fillWorkspace(walk, client);
    for (const [surface, look] of Object.entries(surfaces)) {
      if (without.some((left) => left === surface)) continue;
      signal.throwIfAborted();
      say(`Looking at ${surface}…`);
      inspection.begin(surface);
      await look(walk);
      if (inspection.reports.at(-1)?.looked === 0) throw new TraceError(`There was nothing to look at: ${surface}.`);
    }
    return inspection.reports;
  } finally {
    await installation.stop();
  }
}
