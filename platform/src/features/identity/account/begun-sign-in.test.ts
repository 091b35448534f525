import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appCode,
  createPerson,
  hostedEnvironment,
  postAsPage,
  startTestServer,
  testPassword,
  type PageAnswer,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

const newPassword = 'tulip ferry marble noon';
/** The time of the process, which the tests put forward: an app shows another code every half minute. */
let now = Date.now();

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment, ports: { clock: { now: () => new Date(now) } } });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const person = () =>
  createPerson(server, { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId });
async function ask(token: string, path: string, input: object = {}) {
  const { body } = await server.call(path, input, { token });
  return body.error?.data.code ?? body.result.data;
}
const signIn = (email: string) => postAsPage(server, '/sign-in', { email, password: testPassword });
const step = (answer: PageAnswer, more: object) =>
  postAsPage(server, '/sign-in/step', { step: answer.body.step, ...more });
const codeNow = (secret: string) => appCode(secret, new Date(now));

/** Sets an app up; gives its secret and the recovery codes. */
async function withApp(somebody: TestPerson): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await ask(somebody.token, 'account.setUpSecondFactor');
  const oneTimePassword = codeNow(secret);
  const { recoveryCodes } = await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword });
  now += 60_000;
  return { secret, recoveryCodes };
}

describe('a sign-in that was begun', () => {
  it('is over when the password is another one', async () => {
    const somebody = await person();
    await withApp(somebody);
    const begun = await signIn(somebody.email);
    expect(begun.body.ask).toBe('code');
    await ask(somebody.token, 'account.changePassword', { password: testPassword, newPassword });
    expect((await step(begun, { oneTimePassword: '000000' })).body.code).toBe('auth.step_ended');
  });

  it('asks for a code once an app was set up, also who had given the password before', async () => {
    const places = [tenant, await server.createTenant()];
    const somebody = await createPerson(
      server,
      ...places.map(({ organizationId, workspaceId }) => ({ role: 'viewer' as const, organizationId, workspaceId })),
    );
    const begun = await signIn(somebody.email);
    expect(begun.body.ask).toBe('workspace');
    await withApp(somebody);
    expect((await step(begun, { workspaceId: tenant.publicId })).body.code).toBe('auth.step_ended');
  });

  it('lets one in of two who come at once with one recovery code, or with one code of the app', async () => {
    const somebody = await person();
    const { secret, recoveryCodes } = await withApp(somebody);
    for (const oneTimePassword of [recoveryCodes[0]!, codeNow(secret)]) {
      const begun = [await signIn(somebody.email), await signIn(somebody.email)];
      const answers = await Promise.all(begun.map((each) => step(each, { oneTimePassword })));
      expect(answers.filter(({ body }) => body.url)).toHaveLength(1);
    }
  });
});
