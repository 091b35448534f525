import type { Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

let product: Installation;
let portal: PortalPage;
/** Where the app is; nothing in it opens anything. */
const appAddress = /\/app\/wsp_\w+$/;
const lead = 'ignore-nora@harbour-clients.example';
const password = 'a password that is long enough';

beforeAll(async () => {
  product = await startInstallation();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await portal?.failurePicture(task.name);
});
afterAll(async () => {
  await portal?.close();
  await product?.stop();
});

/** Goes to a page of the app by its navigation. */
const goTo = (name: string) => portal.page.getByRole('navigation').getByText(name, { exact: true }).first().click();
/** Counts what a page asks the platform while it opens, by procedure and input. */
async function questionsOf(open: () => Promise<unknown>): Promise<Record<string, number>> {
  const { page } = portal;
  const asked: Record<string, number> = {};
  const note = (request: Request): void => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/rpc/')) return;
    const question = `${pathname} ${request.postData() ?? ''}`;
    asked[question] = (asked[question] ?? 0) + 1;
  };
  page.on('request', note);
  await open();
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
  page.off('request', note);
  return asked;
}
const printed = (form: RegExp) => form.exec(product.output())?.[0] ?? '';

it('the first person comes by the printed link and chooses a password', async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  portal = await openPortal(printed(/http:\S+\/setup#\S+/));
  const { page } = portal;
  await fillSetup(page, { email: 'ada@harbour.example', password });
  await portal.picture('first-day-welcome');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(appAddress);
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  await portal.picture('first-day-app');
});

it('says at once that a used link is used up, and leads on; the link is in no address', async () => {
  const page = await portal.page.context().newPage();
  for (const address of [printed(/http:\S+\/setup#\S+/), new URL('/setup', portal.page.url()).href]) {
    await page.goto(address);
    await page.getByRole('heading', { name: 'This link is used up' }).waitFor();
    expect(await page.getByLabel('Password').isVisible()).toBe(false);
    expect(page.url()).toMatch(/\/setup$/);
  }
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.close();
});

it('stays signed in when the page is loaded again, gone back in and opened twice, until somebody signs out', async () => {
  const { page } = portal;
  const home = page.url();
  await page.reload();
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  await goTo('Leads');
  await page.waitForURL('**/leads');
  await page.reload();
  await page.getByRole('heading', { name: 'Leads' }).waitFor();
  await page.goBack();
  await page.waitForURL(home);
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  const second = await page.context().newPage();
  await second.goto(`${home}/templates`);
  await second.getByRole('heading', { name: 'Templates' }).waitFor();
  await second.getByRole('button', { name: /^Account/ }).click();
  await second.getByRole('menuitem', { name: 'Sign out' }).click();
  await second.getByRole('heading', { name: 'Sign in' }).waitFor();
  await second.goto(`${home}/templates`);
  await second.waitForURL(/\/sign-in\?to=/);
  await page.getByText('You are signed out').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill('ada@harbour.example');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(home);
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  await second.close();
});

it('connects a mailbox', async () => {
  const { page } = portal;
  await goTo('Mailboxes');
  await page.getByRole('button', { name: 'Connect a mailbox' }).first().click();
  await page.getByLabel('Email address').fill('ada@harbour.example');
  await page.getByLabel('Name recipients see').fill('Ada Berg');
  for (const [index, { port }] of [product.sandbox.smtp, product.sandbox.imap].entries()) {
    await page.getByLabel('Server', { exact: true }).nth(index).fill('127.0.0.1');
    await page.getByLabel('Port', { exact: true }).nth(index).fill(String(port));
    await page.getByLabel('Security').nth(index).selectOption('none');
    await page.getByLabel('Password', { exact: true }).nth(index).fill('sandbox');
  }
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await page.getByText('ada@harbour.example').filter({ visible: true }).first().waitFor();
});

it('adds a lead', async () => {
  const { page } = portal;
  await goTo('Leads');
  await page.getByRole('button', { name: 'Add lead' }).first().click();
  await page.getByLabel('Email').last().fill(lead);
  await page.getByLabel('First name').last().fill('Nora');
  await page
    .getByRole('button', { name: /^(?:Add lead|Save)$/ })
    .last()
    .click();
  await page.getByText(lead).filter({ visible: true }).first().waitFor();
});

it('writes a campaign and launches it, and the mail arrives', async () => {
  const { page } = portal;
  await goTo('Campaigns');
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  await page.getByLabel('Name of the campaign').fill('Hello');
  await page.getByLabel('Subject').fill('A first mail for {{ first_name }}');
  await page.getByLabel('Text', { exact: true }).fill('Hi {{ first_name }},\n\nthis is the first.\n\nAda');
  await page.getByLabel('Who').selectOption('filter');
  await page.getByRole('checkbox', { name: /ada@harbour\.example/ }).check();
  await page.getByLabel('From', { exact: true }).fill('00:00');
  await page.getByLabel('Until', { exact: true }).fill('24:00');
  await page.getByLabel('Until', { exact: true }).press('Tab');
  for (const day of ['Sat', 'Sun']) await page.getByRole('checkbox', { name: day }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Launch campaign' }).first().click();
  await page.locator('dialog:modal').waitFor();
  await page.getByRole('button', { name: 'Launch campaign' }).last().click();
  await expect
    .poll(() => product.sandbox.messages({ to: lead }).map(({ subject }) => subject), { timeout: 60_000 })
    .toEqual(['A first mail for Nora']);
  await portal.picture('first-day-campaign');
});

it('comes back by the sign-in page; a second start shows neither link nor key', async () => {
  const { page } = portal;
  const link = printed(/http:\S+\/setup#\S+/);
  await product.restart();
  expect(product.output()).not.toMatch(/First/);
  await page.goto(new URL('/sign-in', link).href);
  await page.getByLabel('Email address').fill('ada@harbour.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The email address or the password is wrong.').waitFor();
  await page.getByLabel('Password').fill(password);
  const asked = await questionsOf(async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(appAddress);
    await page.getByText('Campaigns under way').waitFor();
  });
  expect(Object.keys(asked).length).toBeGreaterThan(3);
  // The campaign of before is completed meanwhile, and that news has the list of campaigns asked for once more.
  const most = (question: string) => (question.startsWith('/rpc/campaigns.list') ? 2 : 1);
  expect(Object.entries(asked).filter(([question, times]) => times > most(question))).toEqual([]);
  await goTo('Campaigns');
  await page.getByText('Hello').filter({ visible: true }).first().waitFor();
  expect(portal.troubles).toEqual([]);
});
