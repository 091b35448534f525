import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestPostgres } from '@tabard/embedded';
import pg from 'pg';
import { loadConfig } from '#config';
import { applyHistory, migrationsFolder, readHistory, schemaDifference } from '../migrate/index.ts';

/**
 * `npm run new -- migration <name>`: the next file of the history, written from what separates the entities from a database that has been
 * through all migrations. Prints its path. What moves data, and what is only a setting of storage, is added by hand.
 */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error(`"${name}" is not a name as we write them: lower case, words joined by hyphens, such as lead-owner.`);
  process.exit(1);
}

const server = await startTestPostgres();
const database = await server.createTestDatabase();
let statements: string[];
try {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // Grants may name a table that this migration is to make.
  const config = loadConfig({ DATABASE_URL: database.url, SECRET_KEY: 'a secret of tests that is long enough' });
  await applyHistory(client, config);
  await client.end();
  statements = await schemaDifference(database.url);
} finally {
  await database.drop();
  await server.stop();
}
const last = Number((await readHistory()).at(-1)?.slice(0, 4) ?? 0);
const file = join(migrationsFolder, `${String(last + 1).padStart(4, '0')}-${name}.ts`);
const pascal = name.replaceAll(/(?:^|-)(.)/g, (_match, letter: string) => letter.toUpperCase());
const body = statements.map((statement) => `    this.addSql(${JSON.stringify(`${statement};`)});`);
await writeFile(
  file,
  `import { Migration } from '@mikro-orm/migrations';

/** TODO: what changes, in one sentence. */
export class ${pascal} extends Migration {
  override up(): void {
${body.join('\n') || '    // The entities ask for nothing: what moves data goes here.'}
  }
}
`,
  { flag: 'wx' },
);
console.log(file);
