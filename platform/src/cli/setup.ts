import { localPlaces } from '#config';
import { compose } from '../compose.ts';
import { migrate } from '../migrate/index.ts';
import { setUp } from '../set-up.ts';
import { CommandError } from './command.ts';
import { withLocalDatabase } from './local-database.ts';
import { runningPort } from './run-lock.ts';

/** The command: sets an empty installation up, or gives its first person another link and its server another first key. */
export async function runSetup(args: string[]): Promise<number> {
  const wish = readWish(args);
  // The link leads to the server that runs already, wherever it listens.
  const port = process.env['PORT'] ? null : await runningPort(localPlaces().home);
  const env = port === null ? process.env : { ...process.env, PORT: String(port) };
  return withLocalDatabase(async ({ config }) => {
    await migrate(config);
    const app = await compose(config);
    let said = false;
    const say = (lines: string) => {
      said = true;
      console.log(lines);
    };
    try {
      if (!(await setUp(app, { ...config.setup, ...wish }, say)))
        throw new CommandError(
          'The database was filled without this command, as the demo is: give an empty one (DATABASE_URL, or another TABARD_HOME).',
        );
    } finally {
      await app.close();
    }
    if (!said)
      console.log(
        'It is set up. --link gives another link for its first person, --key another key in place of the first.',
      );
    return 0;
  }, env);
}

function readWish(args: string[]): { organization?: string; link: boolean; key: boolean } {
  const rest = [...args];
  const take = (name: string): boolean => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const [link, key] = [take('--link'), take('--key')];
  const [option, organization, ...more] = rest;
  if (option !== undefined && (option !== '--organization' || !organization?.trim() || more.length > 0))
    throw new CommandError('Only --organization <name>, --link and --key may follow.');
  return { link, key, ...(organization && { organization: organization.trim().slice(0, 120) }) };
}
