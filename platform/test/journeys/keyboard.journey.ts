import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { handsOn, type Hands } from './hands.ts';
import { openPortal, type PortalPage } from './portal-page.ts';
import { startProduct, type Product } from './start-product.ts';

/** The whole app without a mouse: nothing here clicks. */
let product: Product;
let portal: PortalPage;
let hands: Hands;
beforeAll(async () => {
  product = await startProduct({ SANDBOX_SPEED: '50' });
  portal = await openPortal(`${product.api}/sign-in`);
  hands = handsOn(portal.page);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await portal?.failurePicture(task.name);
});
afterAll(async () => {
  await portal?.close();
  await product?.stop();
});

const lead = 'ignore-1@keys.example';
const shown = (text: string | RegExp) => portal.page.getByText(text).filter({ visible: true }).first();
const heading = (name: string | RegExp) => portal.page.getByRole('heading', { name }).filter({ visible: true }).first();
const dialog = () => portal.page.locator('dialog:modal');
/** What closed gave the focus back. */
const closes = async (): Promise<void> => {
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(async () => (await hands.focused()).kind).not.toBe('nothing');
};
/** Goes to a page by its entry of the navigation, which stands before the page. */
async function visit(entry: string, title: string | RegExp): Promise<void> {
  await hands.goTo(new RegExp(`^${entry}\\b`), { back: true, kind: 'a' });
  await hands.press('Enter');
  await heading(title).waitFor();
  expect((await hands.focused()).kind).not.toBe('nothing');
}

it('signs in, and goes through every page of the navigation', async () => {
  const { page } = portal;
  await hands.goTo(/^Email/);
  await hands.write('mara@northlight.example');
  await hands.goTo(/^Password/);
  await hands.write('outreach-demo');
  await hands.press('Enter');
  await shown('Harbor & Co').waitFor();
  while (!(await hands.focused()).name.startsWith('Harbor')) await hands.press('Tab');
  await hands.press('Enter');
  await page.waitForURL(/\/app\/wsp_\w+/);
  await shown('Campaigns under way').waitFor();
  await hands.goTo('Skip to content');
  const entries = await page.getByRole('navigation').getByRole('link').allInnerTexts();
  expect(entries.length).toBeGreaterThan(8);
  await hands.press('Enter');
  const [home, ...others] = entries.map((text) => text.trim().split('\n')[0]!);
  for (const name of [...others, home!]) await visit(name, /./);
});

it('adds a lead', async () => {
  await visit('Leads', /^Leads/);
  await hands.goTo('Add lead');
  await hands.press('Enter');
  await hands.goTo(/^Email/);
  await hands.write(lead);
  await hands.goTo(/^First name/);
  await hands.write('Kay');
  await hands.goTo(/^Tags/);
  await hands.write('keys');
  await hands.press('Enter');
  await hands.goTo('Add lead');
  await hands.press('Enter');
  await shown(lead).waitFor();
  await closes();
});

it('writes a template', async () => {
  await visit('Templates', 'Templates');
  await hands.goTo('New template');
  await hands.press('Enter');
  await hands.goTo(/^Name/);
  await hands.write('By keys');
  await hands.goTo(/^Subject/);
  await hands.write('A letter');
  await hands.goTo(/^Text/, { kind: 'textbox' });
  await hands.write('Hello from the keyboard.');
  await hands.goTo('Save template');
  await hands.press('Enter');
  await shown('By keys').waitFor();
  await closes();
});

it('builds a campaign and launches it', async () => {
  await visit('Campaigns', 'Campaigns');
  await hands.goTo('New campaign');
  await hands.press('Enter');
  await hands.goTo('Name of the campaign');
  await hands.write('All keys');
  await hands.goTo(/^Subject/);
  await hands.write('One question');
  await hands.goTo(/^Text/, { kind: 'textbox' });
  await hands.write('Can this be done without a mouse?');
  await hands.goTo('Who');
  await hands.write('Leads that');
  await hands.goTo(/^Tag/);
  await hands.write('keys');
  await hands.goTo(/^mara@harbor/);
  await hands.press('Space');
  for (const day of ['Sun', 'Sat']) {
    await hands.goTo(day);
    await hands.press('Space');
  }
  await hands.goTo('All day');
  await hands.press('Space');
  await hands.goTo('Save', { back: true });
  await hands.press('Enter');
  await portal.page.waitForURL(/\/campaigns\/cmp_\w+$/);
  await portal.page.getByRole('button', { name: 'Launch campaign' }).filter({ visible: true }).waitFor();
  await hands.goTo('Launch campaign');
  await hands.press('Enter');
  await dialog().waitFor();
  await hands.goTo('Launch campaign');
  await hands.press('Enter');
  await shown('Running').waitFor();
  await closes();
  await expect.poll(async () => (await hands.focused()).name).toBe('Pause');
});

it('answers a conversation, archives it and brings it back', async () => {
  const { keyboard } = portal.page;
  await hands.press('g', 'i');
  // Whoever asked not to be written to cannot be answered; the next one can.
  const answer = portal.page.getByRole('textbox', { name: 'Your answer' });
  const rows = portal.page.getByRole('option').or(portal.page.getByRole('article'));
  // A page that was left keeps its own options, out of sight.
  await rows.filter({ visible: true }).first().waitFor();
  for (let at = 0; at < 8 && !(await answer.isVisible()); at++) {
    await hands.press('j');
    await answer.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await hands.press('r');
  await expect.poll(async () => (await hands.focused()).name).toBe('Your answer');
  await hands.write('Thursday at ten is perfect.');
  await keyboard.press('Control+Enter');
  await portal.page.locator('article.out').getByText('Thursday at ten is perfect.').waitFor();
  await hands.press('Escape', 'e');
  await shown('Conversation archived').waitFor();
  await hands.goTo('Undo', { back: true });
  await hands.press('Enter');
  await shown('Conversation archived').waitFor({ state: 'hidden' });
  expect((await hands.focused()).kind).not.toBe('nothing');
});

it('archives a lead and restores it', async () => {
  await visit('Leads', /^Leads/);
  await hands.goTo(new RegExp(lead), { kind: 'row' });
  await hands.press('Space');
  await hands.goTo('Archive', { back: true });
  await hands.press('Enter');
  await shown('1 lead archived').waitFor();
  await expect.poll(async () => (await hands.focused()).kind).toBe('row');
  await hands.goTo('Undo', { back: true });
  await hands.press('Enter');
  await shown(lead).waitFor();
  await expect.poll(async () => (await hands.focused()).kind).toBe('row');
});

it('opens the palette, the help and the account menu, and signs out', async () => {
  const { page } = portal;
  await visit('Home', 'Home');
  await page.keyboard.press('Control+k');
  await hands.write('All keys');
  await page
    .getByRole('option', { name: /^All keys/ })
    .first()
    .waitFor();
  await hands.press('Escape');
  await closes();
  await hands.press('?');
  await page.getByRole('dialog', { name: 'Help and keys' }).waitFor();
  await hands.press('Escape');
  await closes();
  await hands.goTo(/^Account/, { back: true });
  await hands.press('Enter');
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await hands.press('End', 'Enter');
  await heading('Sign in').waitFor();
});

it('always showed where the keys go, and nothing failed', () => {
  expect([...hands.unseen]).toEqual([]);
  expect(portal.troubles).toEqual([]);
});
