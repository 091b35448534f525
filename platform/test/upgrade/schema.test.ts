import { startTestPostgres, type TestDatabase, type TestPostgres } from '@tabard/embedded';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig, type Config } from '#config';
import { entities } from '#features';
import { checkTenancy } from '#kernel';
import { migrate } from '../../src/migrate/index.ts';
import { schemaDifference } from '../../src/migrate/schema-difference.ts';

// Each difference reads the whole catalog several times.
vi.setConfig({ testTimeout: 60_000 });

let postgres: TestPostgres;
let database: TestDatabase;
let config: Config;
let owner: pg.Client;
beforeAll(async () => {
  postgres = await startTestPostgres();
  database = await postgres.createTestDatabase();
  config = loadConfig({ DATABASE_URL: database.url, SECRET_KEY: 'a secret of tests that is long enough' });
  await migrate(config);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await postgres.stop();
});

/** What the difference says while `statements` have changed the database; it is as before afterwards. */
async function differenceAfter(change: string, back: string): Promise<string[]> {
  await owner.query(change);
  try {
    return await schemaDifference(database.url);
  } finally {
    await owner.query(back);
  }
}

describe('A migrated database', () => {
  it('differs in nothing from the entities', async () => {
    expect(await schemaDifference(database.url)).toEqual([]);
  });
});

describe('The difference', () => {
  it('makes the database right: a table kept by month with its walls, a link, a function', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relname ~ '^mail_event' and relkind in ('r', 'p') order by 1`,
    );
    await owner.query(`drop table mail_event; drop function refresh_statistics(text);
      alter table step drop constraint step_campaign_id_link`);
    const found = await schemaDifference(database.url);
    for (const statement of found) await owner.query(statement);
    await migrate(config);
    expect(await schemaDifference(database.url)).toEqual([]);
    expect(await checkTenancy(owner, entities)).toEqual([]);
    const { rows: after } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relname ~ '^mail_event' and relkind in ('r', 'p') order by 1`,
    );
    expect(after).toEqual(rows);
  });

  it('finds a column, a check and an index that are missing', async () => {
    expect(
      await differenceAfter('alter table lead drop column website', 'alter table lead add column website varchar(300)'),
    ).toEqual(['alter table "lead" add "website" varchar(300) null']);
    expect(
      await differenceAfter(
        'alter table enrollment drop constraint enrollment_goes_on',
        `alter table enrollment add constraint enrollment_goes_on check (next_step_at is null or state in ('active', 'paused'))`,
      ),
    ).toEqual([
      `alter table "enrollment" add constraint "enrollment_goes_on" check (next_step_at is null or state in ('active', 'paused'))`,
    ]);
    expect(
      await differenceAfter(
        'drop index mail_event_lead',
        `create index mail_event_lead on mail_event (workspace_id, lead_id, at) where type <> 'sent'`,
      ),
    ).toEqual([
      `create index "mail_event_lead" on "mail_event" ("workspace_id", "lead_id", "at") where "type" <> 'sent'`,
    ]);
  });

  it('finds a wall that lets through more than it says, although its name is right', async () => {
    const found = await differenceAfter(
      'alter policy lead_guard on lead using (true)',
      `alter policy lead_guard on lead using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))`,
    );
    expect(found[0]).toBe('drop policy "lead_guard" on "lead"');
    expect(found[1]).toMatch(/^create policy "lead_guard" on "lead" as restrictive/);
    expect(found).toHaveLength(2);
  });

  it('finds a link that is missing, and one that does not take its rows along', async () => {
    const link = (rest: string) =>
      `alter table step add constraint step_campaign_id_link foreign key (workspace_id, campaign_id) references campaign (workspace_id, id) ${rest}`;
    const drop = 'alter table step drop constraint step_campaign_id_link';
    const make =
      'alter table "step" add constraint "step_campaign_id_link" foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete cascade';
    expect(await differenceAfter(drop, link('on delete cascade'))).toEqual([make]);
    expect(await differenceAfter(`${drop}; ${link('')}`, `${drop}; ${link('on delete cascade')}`)).toEqual([
      'alter table "step" drop constraint "step_campaign_id_link"',
      make,
    ]);
  });

  it('finds a function that nobody declares, and one that everybody may call', async () => {
    expect(
      await differenceAfter(
        'create function forgotten() returns int language sql as $$ select 1 $$',
        'drop function forgotten()',
      ),
    ).toEqual(['drop function forgotten()']);
    const opened = await differenceAfter(
      'grant execute on function refresh_statistics(text) to public',
      'revoke execute on function refresh_statistics(text) from public',
    );
    expect(opened).toContain('revoke execute on function refresh_statistics(text) from public');
  });
});
