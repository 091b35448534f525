import { isTimeZone, toPublicId } from '@tabard/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownZones } from '../../migrations/0032-known-zones.ts';
import { startTestPlatform, type TestPlatform } from '../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => void (platform = await startTestPlatform()));
afterAll(() => platform.stop());

const schedule = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' };
const invalid = expect.objectContaining({ cause: expect.objectContaining({ code: 'request.invalid' }) });

describe('a time zone', () => {
  it.each([
    'IST',
    'AET',
    'CAT',
    'PRT',
    'VST',
    'CET',
    'EST5EDT',
    '+05:00',
    '+0530',
    '-03',
    'Mars/Olympus',
    'europe/paris',
    '',
  ])('that two programs could read in two ways is none: %j', (zone) => expect(isTimeZone(zone)).toBe(false));

  it.each([
    'UTC',
    'Europe/Paris',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+5',
    'Asia/Kolkata',
  ])('is named by area and place: %s', async (timeZone) => {
    expect(isTimeZone(timeZone)).toBe(true);
    const { caller } = await platform.createWorkspace();
    expect(await caller.leads.create({ email: 'ann@example.com', timeZone })).toMatchObject({ timeZone });
  });

  it('that this program knows and the database does not is refused wherever it would be stored', async () => {
    const timeZone = 'US/Pacific-New';
    expect(isTimeZone(timeZone)).toBe(true);
    const { caller, organizationId, workspaceId } = await platform.createWorkspace();
    const { id } = await caller.campaigns.create({ name: 'Here' });
    const given = { timeZone };
    const calls = [
      () => caller.campaigns.create({ name: 'There', schedule: { ...schedule, ...given } }),
      () => caller.campaigns.update({ id, schedule: { ...schedule, ...given } }),
      () => caller.leads.create({ email: 'ben@example.com', ...given }),
      () => caller.workspaces.update({ id: toPublicId('workspace', workspaceId), ...given }),
      () =>
        caller.workspaces.create({
          organizationId: toPublicId('organization', organizationId),
          name: 'New',
          ...given,
        }),
    ];
    for (const call of calls) await expect(call()).rejects.toEqual(invalid);
  });

  it('that was stored before is mended to the one that was meant', async () => {
    const meant = {
      AET: 'Australia/Sydney',
      IST: 'Asia/Kolkata',
      'US/Pacific-New': 'America/Los_Angeles',
      'europe/paris': 'Europe/Paris',
      '+05:00': 'Etc/GMT-5',
      '-03': 'Etc/GMT+3',
      '+0530': 'UTC',
      'Asia/Tokyo': 'Asia/Tokyo',
    };
    const stored = await Promise.all(
      Object.keys(meant).map(async (timeZone) => {
        const { caller, scope, workspaceId } = await platform.createWorkspace();
        await caller.campaigns.create({ name: 'Old' });
        await scope.write(({ sql }) =>
          sql(`update campaign set schedule = jsonb_set(schedule, '{timeZone}', to_jsonb($1::text))`, [timeZone]),
        );
        return { timeZone, scope, workspaceId };
      }),
    );
    const owner = new pg.Client({ connectionString: platform.config.database.url });
    await owner.connect();
    for (const { timeZone, workspaceId } of stored)
      await owner.query('update workspace set time_zone = $2 where id = $1', [workspaceId, timeZone]);
    const migration = new KnownZones(undefined as never, undefined as never); // it asks its driver nothing
    migration.up();
    for (const query of migration.getQueries()) if (typeof query === 'string') await owner.query(query);
    await owner.end();
    for (const { timeZone, scope, workspaceId } of stored) {
      const [row] = await scope.read(
        `select w.time_zone as workspace, c.schedule->>'timeZone' as campaign from campaign c join workspace w on w.id = c.workspace_id
          where w.id = $1`,
        [workspaceId],
      );
      const name = meant[timeZone as keyof typeof meant]; // a key of it
      expect(row).toEqual({ workspace: name, campaign: name });
    }
  });
});
