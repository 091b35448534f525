import { parseMail } from '@tabard/email';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** A fresh installation whose first person lets others come by themselves, and somebody who does. */
let product: Installation;
let operator: PortalPage;
let visitor: PortalPage;
let origin = '';
/** The sandbox's people do nothing with what comes to such an address. */
const email = 'ignore-cleo@client.example';
const password = 'tulip ferry marble noon';

beforeAll(async () => {
  product = await startInstallation({ mails: true });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await operator?.failurePicture(`${task.name} operator`);
  await visitor?.failurePicture(`${task.name} visitor`);
});
afterAll(async () => {
  await operator?.close();
  await visitor?.close();
  await product?.stop();
});

it('lets nobody come by themselves until an organization says so, in the app', async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  operator = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = operator;
  origin = new URL(page.url()).origin;
  await fillSetup(page, { email: 'ignore-ada@client.example', password: 'a password that is long enough' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/app\/wsp_\w+/);
  visitor = await openPortal(`${origin}/sign-up`);
  await visitor.page.waitForURL(/\/sign-in$/);
  expect(await visitor.page.getByRole('link', { name: 'Create an account' }).count()).toBe(0);
  await page.goto(`${page.url().replace(/\/$/, '')}/brand`);
  await page.getByLabel('Settings of').selectOption({ index: 1 });
  const joining = page.getByRole('region', { name: 'New accounts' });
  await joining.getByRole('switch', { name: 'People can create an account' }).click();
  await joining.getByRole('textbox', { name: 'No addresses of these domains' }).fill('throwaway.example');
  await joining.getByRole('textbox', { name: 'No addresses of these domains' }).press('Enter');
  await joining.getByRole('textbox', { name: 'Terms to accept' }).fill('https://harbour.example/terms');
  await joining.scrollIntoViewIfNeeded();
  await operator.picture('sign-up-settings');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. Open pages take it up within seconds.').first().waitFor();
  expect(operator.troubles).toEqual([]);
});

it('takes a visitor from the sign-in page to a workspace of their own, by the keyboard and without a barrier', async () => {
  const { page } = visitor;
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('link', { name: 'Create an account' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Create an account' }).waitFor();
  await visitor.picture('sign-up');
  expect(await visitor.barriers()).toEqual([]);
  await page.getByLabel('Your name').focus();
  for (const text of ['Cleo Client', 'cleo@throwaway.example', password]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('No account can be created with this address. Use one of your company.').waitFor();
  await visitor.picture('sign-up-refused');
  await page.getByLabel('Email address').fill(email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await visitor.picture('sign-up-sent');
  const mails = () => product.sandbox.messages({ to: email });
  await expect.poll(() => mails().length, { timeout: 90_000 }).toBe(1);
  const { subject, html, text } = await parseMail(await product.sandbox.read(mails()[0]!));
  expect(subject).toBe('Confirm your address (Harbour Freight)');
  expect(`${html ?? ''}${text}`).not.toMatch(/tabard/i);
  await page.goto(/https?:\/\/\S+\/sign-up\/confirm#su_\w+/.exec(text)?.[0] ?? '');
  await page.getByText(`You will sign in as ${email}.`).waitFor();
  await visitor.picture('sign-up-confirm');
  expect(await visitor.barriers()).toEqual([]);
  await page.getByLabel('Name of your workspace').fill('Cleo & Co');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Open my workspace' }).click();
  await page.waitForURL(/\/app\/wsp_\w+/);
  await page.getByRole('link', { name: 'Members' }).first().waitFor();
  expect(visitor.troubles).toEqual([]);
});
