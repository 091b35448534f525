import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  postAsPage,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let [one, other, third]: TestTenant[] = [];
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment });
  [one, other, third] = [await server.createTenant(), await server.createTenant(), await server.createTenant()];
});
afterAll(() => server.stop());

const signIn = ({ email }: TestPerson) => postAsPage(server, '/sign-in', { email, password: testPassword });
const offered = async (person: TestPerson): Promise<string[]> =>
  (await signIn(person)).body.workspaces.map(({ id }: { id: string }) => id);
const inside = ({ organizationId, workspaceId }: TestTenant) => ({
  role: 'viewer' as const,
  organizationId,
  workspaceId,
});
const above = ({ organizationId }: TestTenant) => ({ role: 'org_admin' as const, organizationId });

describe('somebody who signs in', () => {
  it('chooses among all workspaces that they belong to, of one organization or of several', async () => {
    const person = await createPerson(server, inside(one!), inside(other!));
    const { step, workspaces } = (await signIn(person)).body;
    const ids = workspaces.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([one, other].map((tenant) => toPublicId('workspace', tenant!.workspaceId)));
    const stranger = { step, workspaceId: third!.publicId };
    expect((await postAsPage(server, '/sign-in/step', stranger)).body.code).toBe('workspace.not_found');
    const again = (await signIn(person)).body.step;
    const { body } = await postAsPage(server, '/sign-in/step', { step: again, workspaceId: other!.publicId });
    expect(body.url).toBe(`${hostedOrigin}/app/${other!.publicId}`);
  });

  it('is offered those of an organization beside those that they belong to themselves', async () => {
    const person = await createPerson(server, above(one!), inside(other!));
    const ids = await offered(person);
    expect(ids).toEqual(expect.arrayContaining([one!.publicId, other!.publicId]));
    expect(ids).not.toContain(third!.publicId);
  });

  it('goes straight to the one that they belong to', async () => {
    const { body } = await signIn(await createPerson(server, inside(one!)));
    expect(body.url).toBe(`${hostedOrigin}/app/${one!.publicId}`);
  });
});
