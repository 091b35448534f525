import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** A person who adds an account at a provider to their own, signs in with it, does not agree once, and removes it. */
let product: Installation;
let desk: PortalPage;
let server: Server;
let issuer = '';
let answer: ReturnType<Provider['callback']>;
const email = 'ignore-ada@client.example';
const password = 'a password that is long enough';
const elsewhere = 'ada@elsewhere.example';

/** A provider with a page to sign in and one that asks for consent. */
function makeProvider(issuer: string, redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'us',
        client_secret: 'a secret of journeys',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: elsewhere, email_verified: true, name: 'Ada Berg' }),
    }),
    cookies: { keys: ['a key of journeys'] },
  });
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  product = await startInstallation({
    mails: true,
    env: {
      GOOGLE_CLIENT_ID: 'us',
      GOOGLE_CLIENT_SECRET: 'a secret of journeys',
      GOOGLE_ISSUER: issuer,
      IDENTITY_ALLOW_PRIVATE: 'true',
    },
  });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await desk?.failurePicture(task.name);
});
afterAll(async () => {
  await desk?.close();
  await product?.stop();
  server?.closeAllConnections();
  server?.close();
});

const isInApp = () => desk.page.waitForURL(/\/app\/wsp_\w+/);
async function chooseFromMenu(name: string): Promise<void> {
  await desk.page.getByRole('button', { name: /^Account/ }).click();
  await desk.page.getByRole('menuitem', { name }).click();
}
/** Signs in on the page of the provider. */
async function signInElsewhere(): Promise<void> {
  const { page } = desk;
  await page.locator('input[name=login]').fill('ada');
  await page.locator('input[name=password]').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}
const agree = () => desk.page.getByRole('button', { name: 'Continue' }).click();

it('adds the account in this window, and is led back', { timeout: 240_000 }, async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  const begin = /http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '';
  answer = makeProvider(issuer, `${new URL(begin).origin}/sign-in/callback`).callback();
  desk = await openPortal(begin);
  const { page } = desk;
  await fillSetup(page, { email, password });
  await page.getByRole('button', { name: 'Continue' }).click();
  await isInApp();
  await chooseFromMenu('Your account');
  await page.getByRole('heading', { name: 'Accounts elsewhere' }).waitFor();
  await desk.picture('identity-offered');
  await page.getByRole('button', { name: 'Add Google' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await signInElsewhere();
  await agree();
  await page.waitForURL(/\/app\/wsp_\w+\/account/);
  await page.getByText(elsewhere).waitFor();
  await desk.picture('identity-added');
});

it('signs in with it, without a password', { timeout: 120_000 }, async () => {
  const { page } = desk;
  await chooseFromMenu('Sign out');
  await page.waitForURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
  await desk.picture('identity-sign-in');
  expect(await desk.barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  // Who is signed in there, and agreed once, is asked for nothing.
  await isInApp();
});

it('is told where it did not agree, and led back to the sign-in page', { timeout: 120_000 }, async () => {
  const { page } = desk;
  await chooseFromMenu('Sign out');
  await page.waitForURL(/\/sign-in/);
  // The provider knows this browser no more.
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('link', { name: /Cancel/ }).click();
  await page.getByRole('heading', { name: 'You did not go on' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await desk.picture('identity-cancelled');
  expect(await desk.barriers()).toEqual([]);
  await page.getByRole('link', { name: 'Back to signing in' }).click();
  await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
  expect(desk.troubles).toEqual([]);
});
