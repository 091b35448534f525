import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** A person who adds a passkey, signs in with it, and removes it, in a browser whose device is Chromium's virtual one. */
let product: Installation;
let origin = '';
let desk: PortalPage;
let device: CDPSession;
let authenticatorId = '';
const email = 'ignore-ada@client.example';
const password = 'a password that is long enough';

beforeAll(async () => {
  product = await startInstallation({ mails: true });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await desk?.failurePicture(task.name);
});
afterAll(async () => {
  await desk?.close();
  await product?.stop();
});

const subjects = () => product.sandbox.messages({ to: email }).map(({ subject }) => subject);
/** Whether the person puts a finger on the device as soon as it asks. */
const touch = (enabled: boolean) =>
  device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
const isInApp = () => desk.page.waitForURL(/\/app\/wsp_\w+/);
async function chooseFromMenu(name: string): Promise<void> {
  await desk.page.getByRole('button', { name: /^Account/ }).click();
  await desk.page.getByRole('menuitem', { name }).click();
}
const begin = () => desk.page.getByRole('button', { name: 'Use a passkey' }).click();

it('adds a passkey in the account, and is told by mail', { timeout: 240_000 }, async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  desk = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = desk;
  origin = new URL(page.url()).origin;
  device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable', { enableUI: false });
  const added = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  ({ authenticatorId } = added);
  await fillSetup(page, { email, password });
  await page.getByRole('button', { name: 'Continue' }).click();
  await isInApp();
  await chooseFromMenu('Your account');
  await page.getByText('No passkey yet').waitFor();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name').fill('Desk');
  await desk.picture('passkey-adding');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Desk is added.').first().waitFor();
  await page.getByText('Never used').waitFor();
  await desk.picture('passkey-added');
  // The device has one for this person, and says so.
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This device has a passkey for you already.').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(subjects, { timeout: 90_000 }).toContain('You have a new passkey (Harbour Freight)');
});

it('signs in with it, by the button', { timeout: 120_000 }, async () => {
  const { page } = desk;
  await touch(false);
  await chooseFromMenu('Sign out');
  await page.waitForURL(/\/sign-in/);
  await desk.picture('passkey-sign-in');
  expect(await desk.barriers()).toEqual([]);
  await touch(true);
  await begin();
  await isInApp();
  await chooseFromMenu('Your account');
  await page
    .getByText(/Used now|Used \d+/)
    .first()
    .waitFor();
  expect(await page.getByText('Never used').count()).toBe(0);
});

it('opens nothing any more once it is removed', { timeout: 120_000 }, async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Remove Desk' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).last().click();
  await page.getByText('Desk signs nobody in any more.').first().waitFor();
  await touch(false);
  await chooseFromMenu('Sign out');
  await page.waitForURL(/\/sign-in/);
  await touch(true);
  await begin();
  await page.getByText('This passkey does not open anything here.').waitFor();
  await desk.picture('passkey-removed');
  // Without any for this address the page says what a passkey is bound to.
  await device.send('WebAuthn.clearCredentials', { authenticatorId });
  await begin();
  await page.getByText('A passkey is good only at the address at which it was added.').waitFor();
  expect(page.url()).toBe(`${origin}/sign-in`);
  await expect.poll(subjects, { timeout: 90_000 }).toContain('A passkey was removed (Harbour Freight)');
  expect(desk.troubles).toEqual([]);
});
