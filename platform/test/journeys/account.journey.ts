import { parseMail } from '@tabard/email';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appCode } from '../fixture/sign-in-pages.ts';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** A fresh installation of one person, who forgets their password, and takes better care from then on. */
let product: Installation;
let origin = '';
/** Two browsers of the same person. */
let desk: PortalPage;
let sofa: PortalPage;
/** The sandbox's people do nothing with what comes to such an address. */
const email = 'ignore-ada@client.example';
const password = 'a password that is long enough';
const newPassword = 'tulip ferry marble noon';
/** What the person has on their phone and in their drawer. */
let secret = '';
let recoveryCodes: string[] = [];

beforeAll(async () => {
  product = await startInstallation({ mails: true });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await desk?.failurePicture(`${task.name} desk`);
  await sofa?.failurePicture(`${task.name} sofa`);
});
afterAll(async () => {
  await desk?.close();
  await sofa?.close();
  await product?.stop();
});

const mails = () => product.sandbox.messages({ to: email });
const subjects = () => mails().map(({ subject }) => subject);

/** Chooses from the menu behind the person's initials. */
async function chooseFromMenu({ page }: PortalPage, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name }).click();
}
async function signIn({ page }: PortalPage, secretWord: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(secretWord);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const isInApp = ({ page }: PortalPage) => page.waitForURL(/\/app\/wsp_\w+/);

it('sends whoever has forgotten their password a mail, whose link leads to choosing another', async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  desk = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = desk;
  origin = new URL(page.url()).origin;
  await fillSetup(page, { email, password: 'password1234' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This password is easy to guess.').waitFor();
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await isInApp(desk);
  sofa = await openPortal(`${origin}/sign-in`);
  await sofa.picture('account-sign-in');
  await sofa.page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await sofa.page.getByLabel('Email address').fill(email);
  await sofa.picture('account-forgotten');
  await sofa.page.getByRole('button', { name: 'Send the link' }).click();
  await sofa.page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await sofa.picture('account-forgotten-sent');
  await expect.poll(subjects, { timeout: 90_000 }).toEqual(['Choose a new password for Harbour Freight']);
  const { html, text } = await parseMail(await product.sandbox.read(mails()[0]!));
  expect(`${html ?? ''}${text}`).not.toMatch(/tabard/i);
  const link = /https?:\/\/\S+\/sign-in\/password#al_\w+/.exec(text)?.[0] ?? '';
  await sofa.page.goto(link);
  await sofa.page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await sofa.picture('account-new-password');
  await sofa.page.getByLabel('New password').fill(newPassword);
  await sofa.page.getByRole('button', { name: 'Save and sign in' }).click();
  await isInApp(sofa);
  // The other browser is signed out, and says so.
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.url();
      },
      { timeout: 15_000 },
    )
    .toMatch(/\/sign-in/);
  await sofa.page.goto(link);
  await sofa.page.getByRole('heading', { name: 'This link is too old' }).waitFor();
  await sofa.page.goto(`${origin}/sign-in`);
  await expect.poll(subjects, { timeout: 60_000 }).toContain('Your password was changed (Harbour Freight)');
});

it('has an app for codes set up in the account, and recovery codes', async () => {
  await signIn(desk, newPassword);
  await isInApp(desk);
  const { page } = desk;
  await chooseFromMenu(desk, 'Your account');
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  await page.getByText('Where you are signed in').waitFor();
  await desk.picture('account');
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  await desk.picture('account-set-up');
  secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code', { exact: true }).fill(appCode(secret, new Date()));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  await desk.picture('account-recovery-codes');
  recoveryCodes = await page.locator('ol code').allInnerTexts();
  expect(recoveryCodes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 are left.').waitFor();
  await desk.picture('account-guarded');
});

it('asks for the code at the next sign-in, and takes a recovery code once in its place', async () => {
  const { page } = desk;
  await chooseFromMenu(desk, 'Sign out');
  await page.waitForURL(/\/sign-in/);
  await signIn(desk, newPassword);
  await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
  await desk.picture('account-code');
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('The code is wrong, too old or was used already.').waitFor();
  // The code of the set-up was taken, so it is the next one.
  await page.getByLabel('Code').fill(appCode(secret, new Date(), 1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await isInApp(desk);
  await signIn(sofa, newPassword);
  await sofa.page.getByLabel('Code').fill(recoveryCodes[0] ?? '');
  await sofa.page.getByRole('button', { name: 'Continue' }).click();
  await isInApp(sofa);
});

it('lists both browsers, and one ends the other within seconds', { timeout: 60_000 }, async () => {
  const { page } = desk;
  await chooseFromMenu(desk, 'Your account');
  await page.getByText('9 are left.').waitFor();
  await page.getByText('This browser').waitFor();
  const others = page.getByRole('button', { name: /^Sign out Chrom/ });
  await expect.poll(() => others.count()).toBeGreaterThan(0);
  await desk.picture('account-sessions');
  // All that are listed beside this one: those of the sofa.
  while ((await others.count()) > 0) {
    const before = await others.count();
    await others.first().click();
    await expect.poll(() => others.count()).toBeLessThan(before);
  }
  await expect
    .poll(
      async () => {
        await sofa.page
          .getByRole('navigation')
          .getByText('Leads', { exact: true })
          .first()
          .click({ timeout: 500 })
          .catch(() => undefined);
        return sofa.page
          .getByText(/You are signed out|Sign in/)
          .first()
          .isVisible();
      },
      { timeout: 20_000, interval: 250 },
    )
    .toBe(true);
  expect([...desk.troubles, ...sofa.troubles]).toEqual([]);
});
