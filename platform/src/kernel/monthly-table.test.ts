import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMailEvents } from '#features/outreach/tracking';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';
import { entities } from '#features';
import { checkTenancy } from './tenancy-check.ts';
import { monthKeeper, monthOf } from './monthly-table.ts';
import { newId } from './uuid.ts';

let platform: TestPlatform;
let owner: pg.Client;
beforeAll(async () => {
  platform = await startTestPlatform();
  owner = new pg.Client({ connectionString: platform.config.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await platform.stop();
});

/** An id as it would have been made then. */
const idAt = (at: Date) => {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`;
};
const monthsAgo = (months: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15));
};
const partitionOf = async (id: string) =>
  (await owner.query(`select tableoid::regclass::text as name from mail_event where id = $1`, [id])).rows[0]?.name;

describe('a table that is kept by month', () => {
  it('lays every row into the month of its mail, however late it comes, and what fits nowhere aside', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    const [recent, old, ancient] = [new Date(), monthsAgo(5), monthsAgo(100)].map((at) => ({
      id: newId(),
      mail: idAt(at),
    }));
    await scope.write(({ sql }) =>
      recordMailEvents(
        sql,
        workspaceId,
        [recent!, old!, ancient!].map(({ id, mail }) => ({ id, type: 'opened' as const, deliveryId: mail })),
      ),
    );
    const name = (mail: string) => `mail_event_${monthOf(mail).slice(0, 7).replace('-', '_')}`;
    expect(await partitionOf(recent!.id)).toBe(name(recent!.mail));
    expect(await partitionOf(old!.id)).toBe(name(old!.mail));
    expect(await partitionOf(ancient!.id)).toBe('mail_event_rest');
  });

  it('gets its next months made and its old ones dropped whole by the maintenance login', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    const old = { id: newId(), mail: idAt(monthsAgo(24)) };
    await scope.write(({ sql }) =>
      recordMailEvents(sql, workspaceId, [{ id: old.id, type: 'opened', deliveryId: old.mail }]),
    );
    await owner.query(
      `drop table mail_event_${monthOf(idAt(monthsAgo(-2)))
        .slice(0, 7)
        .replace('-', '_')}`,
    );
    const keep = async (kept: number) =>
      (await monthKeeper([{ table: 'mail_event', kept }]).start(platform.app)).stop();
    await keep(24);
    expect(await partitionOf(old.id)).toMatch(/^mail_event_\d/);
    await keep(23);
    expect(await partitionOf(old.id)).toBeUndefined();
    const { rows } = await owner.query(`select 1 from pg_class where relname = $1`, [
      `mail_event_${monthOf(idAt(monthsAgo(-2)))
        .slice(0, 7)
        .replace('-', '_')}`,
    ]);
    expect(rows.length).toBe(1);
    expect(await checkTenancy(owner, entities)).toEqual([]);
  });

  it('cannot be changed by the runtime login, and no other table can be passed off as one', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    await expect(scope.write(({ sql }) => sql(`select make_month('mail_event', '2001-01-01')`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(scope.write(({ sql }) => sql(`select drop_months('mail_event', now()::date)`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(platform.app.database.maintain(`select drop_months('lead', now()::date)`)).rejects.toThrow(
      /not kept by month/,
    );
    const id = newId();
    await scope.write(({ sql }) => recordMailEvents(sql, workspaceId, [{ id, type: 'replied', deliveryId: newId() }]));
    const name = await partitionOf(id);
    // Past its table nobody sees a partition's rows: the wall is there and no door in it.
    expect(await scope.read(`select id from ${name}`)).toEqual([]);
  });
});
