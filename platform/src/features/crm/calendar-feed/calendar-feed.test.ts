import { toPublicId } from '@tabard/contract';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  startTestServer,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';
import { foldLines } from './calendar-lines.ts';
import { writeTimeZone } from './write-time-zone.ts';

let server: TestServer;
let of: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  of = await server.createTenant();
  await server.platform.app.database.control((_em, sql) =>
    sql(`update workspace set time_zone = 'Europe/Berlin' where id = $1`, [of.workspaceId]),
  );
});
afterAll(() => server.stop());

async function ask(token: string, path: string, input: object = {}) {
  const { body } = await server.call(path, input, { token, headers: { 'Workspace-Id': of.publicId } });
  return body.error?.data.code ?? body.result.data;
}
const person = () =>
  createPerson(server, { role: 'outreach_specialist', organizationId: of.organizationId, workspaceId: of.workspaceId });
const idOf = async ({ token }: TestPerson): Promise<string> =>
  (await ask(token, 'tasks.people')).items.find(({ isYou }: { isYou: boolean }) => isYou).id;
const read = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${new URL(url).pathname}`, { headers });

describe('a calendar feed', () => {
  it('has the open tasks of its member that are due, as calendars read them', async () => {
    const [ada, uma] = [await person(), await person()];
    const assigneeId = await idOf(ada);
    const create = (given: object) => ask(ada.token, 'tasks.create', { assigneeId, ...given });
    const title = `Call Grün, Söhne & Co; ${'größer '.repeat(20)}\\ end`.trim().slice(0, 200);
    await create({ title, due: '2026-03-28T09:00', recurrence: 'FREQ=DAILY', text: 'One\nTwo' });
    await create({ title: 'Whole day', due: '2026-03-29' });
    await create({ title: 'Some day' });
    await ask(ada.token, 'tasks.create', { title: 'Of Uma', due: '2026-03-29', assigneeId: await idOf(uma) });
    const { id: done } = await create({ title: 'Done', due: '2026-03-30' });
    await ask(ada.token, 'tasks.complete', { ids: [done] });

    const { url } = await ask(ada.token, 'calendarFeeds.create');
    const answer = await read(url);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    ICAL.TimezoneService.register(zone);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ summary }) => summary)).toEqual([title, 'Whole day']);
    expect(events[0]?.description).toBe('One\nTwo');
    expect(events[1]?.startDate.isDate).toBe(true);
    // Nine o'clock before and after the clocks of Berlin go forward.
    const times = events[0]!.iterator();
    const first = [times.next(), times.next(), times.next()].map((time) => time?.toJSDate().toISOString());
    expect(first).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z']);
  });

  it('is read again only when something changed', async () => {
    const ada = await person();
    await ask(ada.token, 'tasks.create', { title: 'One', due: '2026-03-28', assigneeId: await idOf(ada) });
    const { url } = await ask(ada.token, 'calendarFeeds.create');
    const first = await read(url);
    const etag = first.headers.get('etag') ?? '';
    expect((await read(url, { 'If-None-Match': etag })).status).toBe(304);
    expect((await ask(ada.token, 'calendarFeeds.get')).readAt).not.toBeNull();
    await ask(ada.token, 'tasks.create', { title: 'Two', due: '2026-03-28', assigneeId: await idOf(ada) });
    expect((await read(url, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('leads nowhere once it is renewed, revoked, or its member is gone, and keeps no secret', async () => {
    const ada = await person();
    const { url: old } = await ask(ada.token, 'calendarFeeds.create');
    const { url } = await ask(ada.token, 'calendarFeeds.create');
    expect([(await read(old)).status, (await read(url)).status]).toEqual([404, 200]);
    const secret = new URL(url).pathname.split('/').at(-1)!.replace('.ics', '');
    const rows = await of.scope.read('select f::text as row from calendar_feed f');
    expect(JSON.stringify(rows)).not.toContain(secret);
    await ask(ada.token, 'calendarFeeds.revoke');
    expect((await read(url)).status).toBe(404);
    expect(await ask(ada.token, 'calendarFeeds.get')).toEqual({ createdAt: null, readAt: null });

    const { url: again } = await ask(ada.token, 'calendarFeeds.create');
    const [member] = await server.platform.app.database.readOrganization<{ id: string }>(
      'select id from member where user_id = $1',
      [ada.userId],
    );
    expect(await ask(of.apiKey, 'members.remove', { id: toPublicId('member', member!.id) })).toMatchObject({});
    expect((await read(again)).status).toBe(404);
  });

  it('is of one workspace, and of people alone', async () => {
    const ada = await person();
    const { url } = await ask(ada.token, 'calendarFeeds.create');
    const stranger = await server.createTenant();
    expect((await read(url.replace(of.publicId, stranger.publicId))).status).toBe(404);
    expect((await read(url.replace('.ics', 'x.ics'))).status).toBe(404);
    expect(await ask(of.apiKey, 'calendarFeeds.create')).toBe('calendar_feed.not_a_member');
  });
});

describe('the content lines of a calendar', () => {
  it('are folded at whole characters', () => {
    const folded = foldLines(['X:'.padEnd(200, '😀')]);
    for (const line of folded.trimEnd().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '').trimEnd()).toBe('X:'.padEnd(200, '😀'));
  });

  it('say of a zone when its clocks change, or that they never do', () => {
    const berlin = writeTimeZone('Europe/Berlin', '2026-06-01').join('\n');
    expect(berlin).toContain('BEGIN:DAYLIGHT\nDTSTART:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200');
    expect(berlin).toContain('BEGIN:STANDARD\nDTSTART:20261025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100');
    expect(writeTimeZone('UTC', '2026-06-01').filter((line) => line === 'BEGIN:STANDARD')).toHaveLength(1);
  });
});
