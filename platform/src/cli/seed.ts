import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureHome, type Config, type LocalPlaces } from '#config';
import { compose } from '../compose.ts';
import { migrate } from '../migrate/index.ts';
import { seedDemo, type Demo } from '../seed/index.ts';
import { CommandError } from './command.ts';
import { seedBegins, seedEnded } from './seed-marker.ts';
import { withLocalDatabase } from './local-database.ts';

export type { Demo } from '../seed/index.ts';

const fileOf = (places: LocalPlaces) => join(places.home, 'demo.json');

/** What the demo's seed left to know. */
export async function demoOf(places: LocalPlaces): Promise<Demo> {
  const text = await readFile(fileOf(places), 'utf8').catch(() => null);
  if (text === null)
    throw new CommandError(
      `The demo's credentials are missing (${fileOf(places)}): delete the folder ${places.home} to start the demo anew.`,
    );
  return JSON.parse(text) as Demo; // written below
}

/** Seeds the demo once. Half a seed is taken away at the next start, see `openLocalDatabase`. */
export async function seedOnce(config: Config, places: LocalPlaces, say: (line: string) => void): Promise<void> {
  const written = await readFile(fileOf(places), 'utf8').catch(() => null);
  if (written !== null) return;
  const app = await compose(config);
  try {
    const [state] = await app.database.readOrganization<{ organizations: string }>(
      'select count(*) as organizations from organization',
    );
    if (Number(state?.organizations) > 0)
      throw new CommandError(
        `The database has data but not the demo's credentials (${fileOf(places)}): start with --no-demo, or delete ${places.home} to start the demo anew.`,
      );
    await ensureHome(places.home);
    await seedBegins(places);
    const mail = { host: '127.0.0.1', smtpPort: places.smtpPort, imapPort: places.imapPort, password: 'sandbox' };
    const demo = await seedDemo(app, mail, say);
    await writeFile(fileOf(places), JSON.stringify(demo, null, 2), { mode: 0o600 });
    await seedEnded(places);
  } finally {
    await app.close();
  }
}

/** The command: seeds an empty database. */
export function runSeed(): Promise<number> {
  if (process.env['NODE_ENV'] === 'production')
    throw new CommandError(
      'The demo is not for production (NODE_ENV): everybody knows its password. Use setup instead.',
    );
  return withLocalDatabase(async ({ config, places }) => {
    await migrate(config);
    await seedOnce(config, places, (line) => console.log(line));
    const demo = await demoOf(places);
    console.log(`The demo is there. Sign in as ${demo.email}, password ${demo.password}.`);
    return 0;
  });
}
