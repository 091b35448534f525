import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plantRoles,
  roleEnvironment,
  startTestServer,
  type RoleTree,
  type TestServer,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let { ask, chief, make, vendor, agency }: RoleTree = {} as RoleTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: roleEnvironment });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ ask, chief, make, vendor, agency } = await plantRoles(server));
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

  it('is refused where it is as long as a book', async () => {
    expect(await make(chief, agency, ['lead.read'], 'n'.repeat(10_000))).toMatchObject({ code: 'request.invalid' });
    expect(await make(chief, agency, ['lead.read'], 'n'.repeat(80))).toMatchObject({ isBuiltIn: false });
  });
});
