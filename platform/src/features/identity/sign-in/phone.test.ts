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

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const person = () =>
  createPerson(server, { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId });
const control = <R extends object>(text: string, values: unknown[] = []) =>
  server.platform.app.database.control((_em, sql) => sql<R>(text, values));
/** Signs in on a phone; gives how it posts. */
async function phoneOf({ email }: TestPerson) {
  const { cookie } = await postAsPage(server, '/sign-in', { email, password: testPassword });
  return (path: string, body: object) => postAsPage(server, `/sign-in/approve${path}`, body, { Cookie: cookie });
}
async function desk() {
  const { body } = await postAsPage(server, '/sign-in/phone', {}, { 'User-Agent': chrome });
  const { token, letters, picture } = body.shown;
  const wait = (opened = false) =>
    postAsPage(server, '/sign-in/phone/wait', { token, opened }, { 'User-Agent': chrome });
  return { token, letters, picture, wait };
}
const acts = ({ userId }: TestPerson) =>
  server.platform.app.database.write(tenant.organizationId, (_em, sql) =>
    sql<{ act: string; outcome: string }>('select act, outcome from audit_log where $1 = any(subjects) order by id', [
      toPublicId('user', userId),
    ]),
  );

describe('a sign-in that a phone approves', () => {
  it('shows what asks on the phone, the number on the screen, and signs the screen in at once', async () => {
    const somebody = await person();
    const [phone, screen] = [await phoneOf(somebody), await desk()];
    expect(screen.letters).toMatch(/^[a-z2-9]{8}$/);
    expect(screen.picture.path).toContain('h1v1h-1z');
    // The screen waits before anything is known, and hears of it without asking again.
    const opened = screen.wait();
    const { body } = await phone('/look', { letters: screen.letters.toUpperCase() });
    const facts = Object.fromEntries(body.asks);
    expect(facts).toMatchObject({
      Browser: 'Chrome · Linux',
      Where: 'app.agency.example',
      As: somebody.email,
      Network: expect.stringContaining('the same as this phone'),
    });
    const { number } = (await opened).body;
    expect(number).toBeGreaterThan(9);
    const taken = screen.wait(true);
    expect((await phone('', { letters: screen.letters, number })).body.ending.href).toBe(`/app/${tenant.publicId}`);
    const { body: answer, cookie } = await taken;
    expect(answer).toEqual({ url: `${hostedOrigin}/app/${tenant.publicId}` });
    const session = await postAsPage(server, '/app/session', { workspaceId: tenant.publicId }, { Cookie: cookie });
    expect(session.status).toBe(200);
    expect((await screen.wait(true)).body.code).toBe('sign_in_request.ended');
    expect((await acts(somebody)).slice(-2)).toEqual([
      { act: 'sessions.approveSignIn', outcome: 'ok' },
      { act: 'sessions.signIn', outcome: 'ok' },
    ]);
  });

  it('lets one in of two who ask at once with the secret', async () => {
    const somebody = await person();
    const [phone, screen] = [await phoneOf(somebody), await desk()];
    await phone('/look', { letters: screen.letters });
    const { number } = (await screen.wait()).body;
    await phone('', { letters: screen.letters, number });
    const answers = await Promise.all([screen.wait(true), screen.wait(true)]);
    expect(answers.filter(({ body }) => body.url)).toHaveLength(1);
  });

  it('is refused by a wrong number and by the person, which the screen says', async () => {
    const somebody = await person();
    const phone = await phoneOf(somebody);
    const guessed = await desk();
    await phone('/look', { letters: guessed.letters });
    const { number } = (await guessed.wait()).body;
    const wrong = await phone('', { letters: guessed.letters, number: (number + 1) % 100 });
    expect(wrong.body.code).toBe('sign_in_request.wrong_number');
    expect((await phone('', { letters: guessed.letters, number })).body.code).toBe('sign_in_request.ended');
    expect((await guessed.wait(true)).body.code).toBe('sign_in_request.refused');
    const refused = await desk();
    await phone('/look', { letters: refused.letters });
    expect((await phone('/refuse', { letters: refused.letters })).body.ending.title).toBe('Nobody was signed in');
    expect((await refused.wait(true)).body.code).toBe('sign_in_request.refused');
    expect((await acts(somebody)).slice(-2)).toEqual([
      { act: 'sessions.approveSignIn', outcome: 'sign_in_request.wrong_number' },
      { act: 'sessions.refuseSignIn', outcome: 'ok' },
    ]);
  });

  it('belongs to whoever opened it first, and cannot be approved unopened or by another sign-in of theirs', async () => {
    const [somebody, other] = [await person(), await person()];
    const [phone, second, stranger] = [await phoneOf(somebody), await phoneOf(somebody), await phoneOf(other)];
    const screen = await desk();
    const { letters } = screen;
    const [row] = await control<{ number: number }>(
      'select number from sign_in_request order by created_at desc limit 1',
    );
    expect((await phone('', { letters, number: row!.number })).body.code).toBe('sign_in_request.ended');
    await phone('/look', { letters });
    const { number } = (await screen.wait()).body;
    for (const path of ['/look', '/refuse'])
      expect((await stranger(path, { letters })).body.code).toBe('sign_in_request.ended');
    expect((await stranger('', { letters, number })).body.code).toBe('sign_in_request.ended');
    expect((await second('', { letters, number })).body.code).toBe('sign_in_request.ended');
    expect((await phone('', { letters, number })).body.ending).toBeDefined();
  });

  it('ends after two minutes, for the phone and for the screen', async () => {
    const phone = await phoneOf(await person());
    const screen = await desk();
    await control('update sign_in_request set expires_at = now()');
    expect((await phone('/look', { letters: screen.letters })).body.code).toBe('sign_in_request.ended');
    expect((await screen.wait()).body.code).toBe('sign_in_request.ended');
  });

  it('is asked of nobody who is not signed in, and the code on the screen signs nobody in', async () => {
    const { letters, token } = await desk();
    for (const path of ['/look', '/refuse'])
      expect((await postAsPage(server, `/sign-in/approve${path}`, { letters })).body.code).toBe('auth.required');
    const wait = (secret: string) => postAsPage(server, '/sign-in/phone/wait', { token: secret, opened: false });
    for (const secret of [letters, `${token.slice(0, -1)}x`])
      expect((await wait(secret)).body.code).toBe('sign_in_request.ended');
    const page = await fetch(`${server.url}/sign-in/approve`, { redirect: 'manual' });
    expect(page.headers.get('location')).toMatch(/\/sign-in\?to=%2Fsign-in%2Fapprove$/);
  });

  it('gives no more than the sign-in that approved it: neither longer, nor confirmed anew, nor after its end', async () => {
    const somebody = await person();
    const phone = await phoneOf(somebody);
    await control(
      `update user_session set confirmed_at = null, expires_at = now() + interval '1 hour' where user_id = $1`,
      [somebody.userId],
    );
    const approved = async () => {
      const screen = await desk();
      await phone('/look', { letters: screen.letters });
      const { number } = (await screen.wait()).body;
      await phone('', { letters: screen.letters, number });
      return screen;
    };
    await (await approved()).wait(true);
    const [row] = await control<{ confirmed_at: Date | null; short: boolean }>(
      `select confirmed_at, expires_at <= now() + interval '1 hour' as short from user_session where user_id = $1 order by created_at desc limit 1`,
      [somebody.userId],
    );
    expect(row).toEqual({ confirmed_at: null, short: true });
    const late = await approved();
    await control('update user_session set ended_at = now() where user_id = $1', [somebody.userId]);
    expect((await late.wait(true)).body.code).toBe('auth.step_ended');
  });

  it('asks which workspace where there are several, and goes on from there', async () => {
    const places = [tenant, await server.createTenant()];
    const somebody = await createPerson(
      server,
      ...places.map(({ organizationId, workspaceId }) => ({ role: 'viewer' as const, organizationId, workspaceId })),
    );
    const { email } = somebody;
    const begun = await postAsPage(server, '/sign-in', { email, password: testPassword, workspaceId: tenant.publicId });
    const screen = await desk();
    const phone = (path: string, body: object) =>
      postAsPage(server, `/sign-in/approve${path}`, { letters: screen.letters, ...body }, { Cookie: begun.cookie });
    await phone('/look', {});
    await phone('', { number: (await screen.wait()).body.number });
    const { body } = await screen.wait(true);
    expect(body.workspaces).toHaveLength(2);
    const chosen = await postAsPage(server, '/sign-in/step', { step: body.step, workspaceId: tenant.publicId });
    expect(chosen.body.url).toContain(tenant.publicId);
    const [row] = await control<{ linked: boolean }>(
      'select approved_by is not null as linked from user_session where user_id = $1 order by created_at desc limit 1',
      [somebody.userId],
    );
    expect(row).toEqual({ linked: true });
  });
});
