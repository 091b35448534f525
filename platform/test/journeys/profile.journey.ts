import { parseMail } from '@tabard/email';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** A person who gets another name, reads in French, and moves to another address. */
let product: Installation;
let origin = '';
let desk: PortalPage;
/** Where the person reads their mail. */
let phone: PortalPage;
/** The sandbox's people do nothing with what comes to such addresses. */
const [email, newEmail] = ['ignore-ada@client.example', 'ignore-ada.berg@client.example'];
const password = 'a password that is long enough';

beforeAll(async () => {
  product = await startInstallation({ mails: true });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await desk?.failurePicture(`${task.name} desk`);
  await phone?.failurePicture(`${task.name} phone`);
});
afterAll(async () => {
  await desk?.close();
  await phone?.close();
  await product?.stop();
});

/** The link of the mail that came to an address. */
async function linkTo(to: string, path: string): Promise<string> {
  const mails = () => product.sandbox.messages({ to });
  const found = () => mails().length;
  await expect.poll(found, { timeout: 180_000 }).toBeGreaterThan(0);
  const { html, text } = await parseMail(await product.sandbox.read(mails().at(-1)!));
  expect(`${html ?? ''}${text}`).not.toMatch(/tabard/i);
  return new RegExp(String.raw`https?://\S+${path}#al_\w+`).exec(text)?.[0] ?? '';
}

it('changes their name and language, and the page that is open follows', async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  desk = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = desk;
  origin = new URL(page.url()).origin;
  await fillSetup(page, { name: 'Ada', email, password });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/app\/wsp_\w+/);
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Edit profile' }).click();
  await desk.picture('profile');
  await page.getByLabel('Name').fill('Ada Berg');
  await page.getByLabel('Language').selectOption({ label: 'Français' });
  await page.getByLabel('Time zone').selectOption({ label: 'Asia/Tokyo' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Votre compte', exact: true }).waitFor();
  await page.getByText('Français · Asia/Tokyo').waitFor();
  await page
    .getByRole('button', { name: /Ada Berg/ })
    .first()
    .waitFor();
  await desk.picture('profile-french');
  await page.reload();
  await page.getByRole('heading', { name: 'Votre compte', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});

it('moves to another address by the link that comes there, and signs in with it', { timeout: 300_000 }, async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await page.getByLabel('Nouvelle adresse e-mail').fill(newEmail);
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await page.getByText('Non confirmée').waitFor();
  await desk.picture('profile-not-confirmed');
  phone = await openPortal(await linkTo(newEmail, '/sign-in/address'));
  await phone.page.getByText(newEmail).waitFor();
  await phone.picture('profile-confirm');
  await phone.page.getByRole('button', { name: 'Confirm' }).click();
  await phone.page.getByRole('heading', { name: 'Your address is changed' }).waitFor();
  await phone.picture('profile-confirmed');
  await phone.page.getByRole('link', { name: 'Sign in' }).click();
  await phone.page.getByLabel('Email address').fill(newEmail);
  await phone.page.getByLabel('Password').fill(password);
  await phone.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await phone.page.waitForURL(/\/app\/wsp_\w+/);
  // Whoever reads French reads it in every browser.
  await expect.poll(() => phone.page.locator('html').getAttribute('lang')).toBe('fr');
});

it('has the former address back, should it not have been them', { timeout: 300_000 }, async () => {
  const { page } = phone;
  await page.goto(await linkTo(email, '/sign-in/address-back'));
  await page.getByText(email).waitFor();
  await phone.picture('profile-address-back');
  await page.getByLabel('New password').fill('tulip ferry marble noon');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.waitForURL(/\/app\/wsp_\w+/);
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill('tulip ferry marble noon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/app\/wsp_\w+/);
  expect(desk.troubles).toEqual([]);
});
