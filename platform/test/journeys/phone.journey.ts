import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** A person who is signed in on a phone, and signs another screen in with it. */
let product: Installation;
let origin = '';
let phone: PortalPage;
let desk: PortalPage;
const email = 'ignore-ada@client.example';
const password = 'a password that is long enough';

beforeAll(async () => {
  product = await startInstallation();
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

/** The letters of the code that the screen shows; a camera reads them with the address. */
async function lettersShown(): Promise<string> {
  await desk.page.getByRole('img', { name: 'QR code that opens this sign-in on your phone' }).waitFor();
  return (await desk.page.locator('small code').innerText()).replaceAll(/\s/g, '');
}

it('shows a code on the screen, which the phone opens, and asks what the screen is', { timeout: 240_000 }, async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  phone = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = phone;
  origin = new URL(page.url()).origin;
  await fillSetup(page, { email, password });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/app\/wsp_\w+/);
  desk = await openPortal(`${origin}/sign-in`);
  await desk.page.getByRole('link', { name: 'Sign in with your phone' }).click();
  const letters = await lettersShown();
  await desk.picture('phone-desk-code');
  expect(await desk.barriers()).toEqual([]);
  await page.goto(`${origin}/sign-in/approve#${letters}`);
  await page.getByRole('heading', { name: 'Is this you?' }).waitFor();
  expect(page.url()).toBe(`${origin}/sign-in/approve`);
  await page.getByText(/Chrom\w+ · Linux/).waitFor();
  await page.getByText(email).waitFor();
  await phone.picture('phone-asking');
  expect(await phone.barriers()).toEqual([]);
});

it('signs the screen in by the number that it shows', { timeout: 120_000 }, async () => {
  const number = desk.page.locator('output');
  await number.waitFor();
  await desk.picture('phone-desk-number');
  expect(await desk.barriers()).toEqual([]);
  await phone.page.getByRole('button', { name: 'Yes, that is me' }).click();
  await phone.page.getByLabel('Number on the other screen').fill(await number.innerText());
  await phone.picture('phone-confirming');
  expect(await phone.barriers()).toEqual([]);
  await phone.page.getByRole('button', { name: 'Sign it in' }).click();
  await phone.page.getByRole('heading', { name: 'The other screen is signed in' }).waitFor();
  await phone.picture('phone-approved');
  expect(await phone.barriers()).toEqual([]);
  await desk.page.waitForURL(/\/app\/wsp_\w+/);
  await desk.page.getByRole('button', { name: /^Account/ }).waitFor();
  await phone.page.getByRole('link', { name: 'Open the app' }).click();
  await phone.page.waitForURL(/\/app\/wsp_\w+/);
});

it('takes a code that is typed, and tells the screen that it was refused', { timeout: 120_000 }, async () => {
  await desk.page.goto(`${origin}/sign-in/phone`);
  const letters = await lettersShown();
  await phone.page.goto(`${origin}/sign-in/approve`);
  await phone.page.getByLabel('Code').fill('nothing');
  await phone.page.getByRole('button', { name: 'Continue' }).click();
  await phone.page.getByText('This code is too old').waitFor();
  await phone.picture('phone-typing');
  await phone.page.getByLabel('Code').fill(`${letters.slice(0, 4)} ${letters.slice(4)}`);
  await phone.page.getByRole('button', { name: 'Continue' }).click();
  await phone.page.getByRole('button', { name: 'Refuse' }).click();
  await phone.page.getByRole('heading', { name: 'Nobody was signed in' }).waitFor();
  await desk.page.getByRole('heading', { name: 'The sign-in was refused' }).waitFor();
  await desk.picture('phone-desk-refused');
});

it(
  'has whoever is signed out on the phone sign in first, and goes on with the code',
  { timeout: 120_000 },
  async () => {
    await desk.page.getByRole('link', { name: 'Show a new code' }).click();
    const letters = await lettersShown();
    const { page } = phone;
    await page.context().clearCookies();
    await page.goto(`${origin}/sign-in/approve#${letters}`);
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Is this you?' }).waitFor();
    expect([...desk.troubles, ...phone.troubles]).toEqual([]);
  },
);
