import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plantRoles,
  roleEnvironment,
  startTestServer,
  type RoleTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { ask, signIn, chief, make, vendor, agency }: RoleTree = {} as RoleTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: roleEnvironment });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ ask, signIn, chief, make, vendor, agency } = await plantRoles(server));
});

describe('the name of a role', () => {
  it.each([
    'Viewer',
    ' VIEWER ',
    'ｖｉｅｗｅｒ',
    'Vie\u200bwer',
    'workspace_admin',
    'Organization admin',
    'lecteur',
    'Lécteur',
  ])('is not that of a built-in one: %j', async (name) => {
    expect(await make(chief, agency, ['lead.read'], name)).toMatchObject({
      code: 'role.name_taken',
      details: [{ path: 'name' }],
    });
  });

  it('stands once in its place, whatever its case and accents', async () => {
    const first = await make(chief, agency, ['lead.read'], 'Chargé');
    expect(await make(chief, agency, ['lead.read'], 'CHARGE')).toMatchObject({ code: 'role.name_taken' });
    expect(await make(chief, vendor, ['lead.read'], 'Charge')).toMatchObject({ name: 'Charge' });
    const second = await make(chief, agency, ['lead.read'], 'Other');
    expect(await ask(chief, 'roles.update', { id: second.id, name: 'charge' })).toMatchObject({
      code: 'role.name_taken',
    });
    expect(await ask(chief, 'roles.update', { id: first.id, name: 'chargé' })).toMatchObject({ name: 'chargé' });
    const both = await Promise.all([
      make(chief, agency, ['lead.read'], 'Twice'),
      make(chief, agency, ['lead.read'], 'twice'),
    ]);
    expect(both.flatMap(({ code }) => code ?? [])).toEqual(['role.name_taken']);
  });

  it('has no sign that nobody sees or that turns what stands around it', async () => {
    expect(await make(chief, agency, ['lead.read'], '\u202enimda\u2066 \u0007of\n\u200fall\u00ad')).toMatchObject({
      name: 'nimda of all',
    });
    expect(await make(chief, agency, ['lead.read'], '\u200b\u202e ')).toMatchObject({ code: 'request.invalid' });
  });

  it.each([
    ['Hangul fillers', '\u3164\u115f\uffa0', 'This is required.'],
    ['braille blanks', '\u2800\u2800', 'This is required.'],
    ['accents alone', '\u0301\u0489', 'Give a name that can be seen.'],
    ['signs for private use', '\ue000', 'Give a name that can be seen.'],
  ])('is seen: %s are refused in words', async (_, name, message) => {
    expect(await make(chief, agency, ['lead.read'], name)).toMatchObject({
      code: 'request.invalid',
      details: [{ path: 'name', message }],
    });
  });

  it('is the same with more spaces, of whatever kind, and with what nobody sees', async () => {
    expect(await make(chief, agency, ['lead.read'], 'Key  \u00a0\u3000 account\u2800')).toMatchObject({
      name: 'Key account',
    });
    for (const name of ['Key account', 'Key   account', 'Key\u2800account', '\u3164Key account\ufe0f'])
      expect(await make(chief, agency, ['lead.read'], name)).toMatchObject({ code: 'role.name_taken' });
    expect(await make(chief, agency, ['lead.read'], 'Workspace  admin')).toMatchObject({ code: 'role.name_taken' });
  });

  it('has beside it a description without signs that nobody sees, on lines of its own', async () => {
    const role = await make(chief, agency, ['lead.read']);
    const description = '\u200bFinds\u200d people\u3164\n\tand\u0007 more\u2060\u00ad';
    expect(await ask(chief, 'roles.update', { id: role.id, description })).toMatchObject({
      description: 'Finds people\n\tand more',
    });
  });

  it('is told from the same name of an organization above by where it comes from', async () => {
    await make(chief, vendor, ['lead.read'], 'Same');
    await make(chief, agency, ['lead.read'], 'Same');
    const from = async (token: string) => {
      const { made } = await ask(token, 'members.roles', agency);
      return made.map(({ inheritedFrom }: { inheritedFrom: unknown }) => inheritedFrom);
    };
    expect(await from(chief)).toEqual([{ name: 'vendor' }, null]);
    // What the organization above is called is not for whoever does not reach it.
    expect(await from(await signIn('org_admin', 'agency'))).toEqual([{ name: null }, null]);
  });

  it('is refused where it is as long as a book', async () => {
    expect(await make(chief, agency, ['lead.read'], 'n'.repeat(10_000))).toMatchObject({ code: 'request.invalid' });
    expect(await make(chief, agency, ['lead.read'], 'n'.repeat(80))).toMatchObject({ isBuiltIn: false });
  });
});
