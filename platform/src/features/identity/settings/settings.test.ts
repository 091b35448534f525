import { settingNames, toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plantTree,
  startTestServer,
  testOrigin,
  type SettingsTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { workspaces, org, wsp, signIn, ask, settingsOf, say }: SettingsTree = {} as SettingsTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ workspaces, org, wsp, signIn, ask, settingsOf, say } = await plantTree(server));
});

const columnsOf = async (name: keyof SettingsTree['workspaces']) => {
  const rows = await server.platform.app.database.readOrganization<object>(
    'select locale, time_zone, daily_cap, delivery_guarantee from workspace where id = $1',
    [workspaces[name]],
  );
  return rows[0];
};
const product = { kind: 'product', id: null, name: null };
const from = (at: keyof SettingsTree['tree']) => ({ kind: 'organization', id: org(at), name: at });

describe('a setting', () => {
  it('says where it comes from: the nearest place that says it, or the product', async () => {
    const token = await signIn('super_admin', 'operator');
    await say(token, 'operator', { set: { color: '#111111', supportEmail: 'help@operator.example' } });
    await say(token, 'vendor', { set: { color: '#222222', dailyCap: 500 } });
    await ask(token, 'settings.update', { set: { mode: 'dark' } });
    const settings = await settingsOf(token);
    expect(settings.color).toMatchObject({ value: '#222222', from: from('vendor'), own: false, lockedBy: null });
    expect(settings.supportEmail).toMatchObject({ value: 'help@operator.example', from: from('operator') });
    expect(settings.dailyCap).toMatchObject({ value: 500, from: from('vendor') });
    expect(settings.mode).toMatchObject({
      value: 'dark',
      from: { kind: 'workspace', id: wsp('client'), name: 'client' },
      inherited: { value: 'auto', from: product },
      own: true,
    });
    expect(settings.displayName).toMatchObject({ value: 'agency', from: from('agency') });
    expect(settings.radius).toMatchObject({ value: 7, from: product });
  });

  it('is inherited again once it is reset', async () => {
    const token = await signIn('org_admin', 'vendor');
    await say(token, 'vendor', { set: { color: '#222222', locale: 'fr', dailyCap: 500 } });
    await ask(token, 'settings.update', { set: { color: '#333333', locale: 'es', dailyCap: null } });
    expect(await columnsOf('client')).toMatchObject({ locale: 'es', daily_cap: null });
    await ask(token, 'settings.update', { reset: ['color', 'locale', 'dailyCap'] });
    const settings = await settingsOf(token);
    expect([settings.color.value, settings.locale.value, settings.dailyCap.value]).toEqual(['#222222', 'fr', 500]);
    expect(settings.color.own).toBe(false);
    expect(await columnsOf('client')).toMatchObject({ locale: 'fr', daily_cap: 500 });
  });

  it('of an organization holds in all workspaces below that say nothing themselves, where sending reads it', async () => {
    const token = await signIn('org_admin', 'vendor');
    await ask(token, 'settings.update', { set: { timeZone: 'Asia/Tokyo' } });
    await say(token, 'vendor', {
      set: { timeZone: 'Europe/Paris', locale: 'fr', dailyCap: 40, deliveryGuarantee: 'at_least_once' },
    });
    const inherited = { locale: 'fr', daily_cap: 40, delivery_guarantee: 'at_least_once' };
    expect(await columnsOf('client')).toEqual({ ...inherited, time_zone: 'Asia/Tokyo' });
    expect(await columnsOf('beside')).toEqual({ ...inherited, time_zone: 'Europe/Paris' });
    const made = await ask(token, 'workspaces.create', { organizationId: org('agency'), name: 'Later' });
    expect(made).toMatchObject({ timeZone: 'Europe/Paris', locale: 'fr', dailyCap: 40 });
  });

  it('that an older release wrote counts as said there', async () => {
    const token = await signIn('org_admin', 'vendor');
    await server.platform.app.database.control((_em, sql) =>
      sql(`update workspace set settings = null, time_zone = 'Europe/Rome' where id = $1`, [workspaces.client]),
    );
    await say(token, 'vendor', { set: { timeZone: 'Europe/Paris', dailyCap: 40 } });
    expect(await columnsOf('client')).toMatchObject({ time_zone: 'Europe/Rome', daily_cap: 40 });
    expect((await settingsOf(token)).timeZone).toMatchObject({ value: 'Europe/Rome', own: true });
  });
});

describe('the fonts of a brand', () => {
  it('are names of fonts; nothing in them can end the rule that they stand in', async () => {
    const token = await signIn('org_admin', 'vendor');
    const set = (fontFamily: string) => ask(token, 'settings.update', { set: { fontFamily } });
    for (const fontFamily of [`"Source Sans 3", 'Segoe UI', sans-serif`, 'Söhne, ui-sans-serif', 'Inter'])
      expect((await set(fontFamily)).settings.fontFamily.value).toBe(fontFamily);
    for (const wrong of ['x;} :host{display:none} y{', 'url(https://evil.example)', '"Inter', 'a)', 'a\\', 'a/*'])
      expect(await set(wrong)).toMatchObject({ code: 'request.invalid', details: [{ path: 'set.fontFamily' }] });
  });
});

describe('a locked setting', () => {
  it('holds for all below, refuses another word, and says who locked it', async () => {
    const token = await signIn('org_admin', 'vendor');
    await ask(token, 'settings.update', { set: { color: '#333333', dailyCap: 9000 } });
    await say(token, 'agency', { set: { color: '#444444' } });
    await say(token, 'vendor', { set: { color: '#222222', dailyCap: 40 }, lock: ['color', 'dailyCap'] });
    const { color } = await settingsOf(token);
    expect(color).toMatchObject({ value: '#222222', from: from('vendor'), own: true, lockedBy: from('vendor') });
    expect(await columnsOf('client')).toMatchObject({ daily_cap: 40 });
    const refused = [
      await ask(token, 'settings.update', { set: { color: '#555555' } }),
      await say(token, 'agency', { set: { color: '#555555' } }),
    ];
    for (const failure of refused)
      expect(failure).toMatchObject({
        code: 'settings.locked',
        status: 409,
        details: [{ path: 'set.color', message: 'vendor has locked this setting.' }],
      });
    const others = [
      await ask(token, 'workspaces.update', { id: wsp('client'), dailyCap: 1 }),
      await ask(token, 'workspaces.update', { id: wsp('client'), brand: { color: '#555555' } }),
      await ask(token, 'organizations.update', { id: org('agency'), brand: { color: '#555555' } }),
      await ask(token, 'workspaces.create', {
        organizationId: org('agency'),
        name: 'New',
        brand: { color: '#555555' },
      }),
    ];
    for (const failure of others) expect(failure.code).toBe('settings.locked');
    // Who locked it may change it.
    await say(token, 'vendor', { set: { color: '#666666' } });
    expect((await settingsOf(token)).color.value).toBe('#666666');
  });

  it('gives back what was said below once it is unlocked', async () => {
    const token = await signIn('org_admin', 'vendor');
    await ask(token, 'settings.update', { set: { color: '#333333', timeZone: 'Asia/Tokyo' } });
    await say(token, 'vendor', { lock: ['color', 'timeZone'] });
    expect(await columnsOf('client')).toMatchObject({ time_zone: 'UTC' });
    await say(token, 'vendor', { unlock: ['color', 'timeZone'] });
    expect((await settingsOf(token)).color.value).toBe('#333333');
    expect(await columnsOf('client')).toMatchObject({ time_zone: 'Asia/Tokyo' });
  });

  it('is that of the topmost who locked it', async () => {
    const token = await signIn('super_admin', 'operator');
    await say(token, 'agency', { set: { mode: 'dark' }, lock: ['mode'] });
    await say(token, 'operator', { set: { mode: 'light' }, lock: ['mode'] });
    expect((await settingsOf(token)).mode).toMatchObject({ value: 'light', lockedBy: from('operator') });
  });
});

describe('whoever works below', () => {
  it('never learns the name of an organization above their own: it is their provider', async () => {
    const operator = await signIn('super_admin', 'operator');
    await say(operator, 'vendor', { set: { color: '#222222' }, lock: ['color'] });
    const client = await signIn('workspace_admin', 'agency', 'client');
    const settings = await settingsOf(client);
    const provider = { kind: 'provider', id: null, name: null };
    expect(settings.color).toMatchObject({ from: provider, lockedBy: provider });
    expect(settings.displayName.from).toEqual(from('agency'));
    const refused = await ask(client, 'settings.update', { set: { color: '#333333' } });
    expect(refused.details[0].message).toBe('An organization above has locked this setting.');
    expect(JSON.stringify([settings, refused])).not.toContain('vendor');
    const agency = await signIn('org_admin', 'agency');
    const view = await ask(agency, 'settings.getForOrganization', { organizationId: org('agency') });
    expect(view.settings.color.from).toEqual(provider);
  });

  it('reaches the organizations that they administer, from a page too, and no other', async () => {
    const client = await signIn('workspace_admin', 'agency', 'client');
    expect(await say(client, 'agency', { set: { color: '#333333' } })).toMatchObject({
      code: 'organization.not_found',
    });
    expect((await ask(client, 'settings.get')).manages).toEqual([]);
    const vendor = await signIn('org_admin', 'vendor');
    expect((await ask(vendor, 'settings.get')).manages.map(({ name }: { name: string }) => name)).toEqual([
      'agency',
      'vendor',
    ]);
    expect(await say(vendor, 'operator', { set: { color: '#333333' } })).toMatchObject({
      code: 'organization.not_found',
    });
  });

  it('on a page that a host opened has the settings of its workspace alone', async () => {
    const tenant = await server.createTenant();
    const page = (path: string, input: object) =>
      server.call(path, input, {
        token: tenant.embedToken,
        headers: { Origin: testOrigin, 'Workspace-Id': tenant.publicId },
      });
    expect((await page('settings.update', { set: { color: '#333333' } })).body.result.data.manages).toEqual([]);
    const above = await page('settings.updateForOrganization', {
      organizationId: toPublicId('organization', tenant.organizationId),
      set: { color: '#333333' },
    });
    expect(above.body.error.data.code).toBe('organization.not_found');
  });
});

describe('a change', () => {
  it('tells the pages of every workspace below', async () => {
    const token = await signIn('org_admin', 'vendor');
    const told = () =>
      server.platform.app.database.read<{ data: { settings: string[] } }>(
        workspaces.client,
        `select data from event where type = 'settings.updated' order by id`,
      );
    await say(token, 'vendor', { set: { color: '#222222' }, lock: ['mode'] });
    await ask(token, 'organizations.update', { id: org('agency'), brand: { color: '#444444' } });
    await ask(token, 'workspaces.update', { id: wsp('client'), brand: { mode: 'auto' } }).catch(() => null);
    await ask(token, 'settings.update', { set: { radius: 2 } });
    expect((await told()).map(({ data }) => data.settings)).toEqual([['color', 'mode'], ['color'], ['radius']]);
  });

  it('of a value that is none is refused, and nothing is kept of it', async () => {
    const token = await signIn('org_admin', 'vendor');
    for (const set of [
      { radius: 99 },
      { color: 'red' },
      { logoUrl: 'http://plain.example/logo.png' },
      { logoUrl: 'https://user:password@cdn.example/logo.png' },
      { markUrl: 'https:user@cdn.example/mark.png' },
      { timeZone: 'Europe/Nowhere' },
      { colour: '#111111' },
    ])
      expect(await ask(token, 'settings.update', { set: { mode: 'dark', ...set } })).toMatchObject({ status: 400 });
    expect((await settingsOf(token)).mode.own).toBe(false);
  });
});

it('there is a value for every setting', async () => {
  const token = await signIn('org_admin', 'vendor');
  expect(Object.keys(await settingsOf(token)).toSorted()).toEqual([...settingNames].toSorted());
});
