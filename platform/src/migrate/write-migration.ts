import { writeFile } from 'node:fs/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { bulkTables, entities, linkStatements, monthlyTables } from '#features';
import { monthlyStatements, partitioned, statisticsStatements } from '#kernel';

/**
 * Writes the first migration anew from the entities. Until the first release there is one migration and this replaces it;
 * afterwards each change adds a file of its own.
 */
const orm = await MikroORM.init({
  dbName: 'unused',
  entities: [...entities],
  discovery: { checkDuplicateTableNames: true },
});
const sql = (await orm.schema.getCreateSchemaSQL({ wrap: false })).trim();
await orm.close(true);
const statements = sql
  .split(/;\n+/)
  .map((line) => line.replace(/;$/, '').trim())
  .filter(Boolean);
const extensions = ['pg_trgm', 'btree_gin', 'unaccent'].map((name) => `create extension if not exists ${name}`);
// Packs are compressed already. A delivery is rewritten at each stage of its way: a page keeps room for the next version of its
// rows, so that most of them need no new index entries.
const storage = [
  'alter table mail_pack alter column bytes set storage external',
  'alter table delivery set (fillfactor = 48)',
  'alter table claim set (fillfactor = 50)',
  'alter table enrollment set (fillfactor = 50)',
];
const body = [
  ...extensions,
  ...statements.map((statement) => partitioned(statement, monthlyTables)),
  ...linkStatements(),
  ...monthlyStatements(monthlyTables),
  ...statisticsStatements(bulkTables),
  ...storage,
  'insert into event_head (id, position) values (1, 0)',
]
  .map((statement) => `    this.addSql(${JSON.stringify(`${statement};`)});`)
  .join('\n');
const file = new URL('../../migrations/0001-spine.ts', import.meta.url);
await writeFile(
  file,
  `import { Migration } from '@mikro-orm/migrations';

/** The first tables, with their policies. Written from the entities by \`node platform/src/migrate/write-migration.ts\`. */
export class Spine extends Migration {
  override up(): void {
${body}
  }
}
`,
);
console.log(`${statements.length} statements written`);
