import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type PortalPage } from './portal-page.ts';
import { startExample, type Example } from './start-example.ts';
import { startProduct, type Product } from './start-product.ts';

let product: Product;
let example: Example | undefined;
let portal: PortalPage | undefined;
beforeAll(async () => {
  product = await startProduct({ SANDBOX_SPEED: '50' });
});
afterAll(() => product?.stop());

const open = async (name: string, render?: string): Promise<PortalPage> => {
  example = await startExample(name, product, render);
  return (portal = await openPortal(example.url));
};
const close = async (): Promise<void> => {
  await portal?.close();
  await example?.stop();
};
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await portal?.failurePicture(task.name);
});
const source = async (path: string): Promise<string> => (await fetch(`${example?.url ?? ''}${path}`)).text();

describe('a portal in React', () => {
  beforeAll(() => open('react-portal', 'src/render.tsx'));
  afterAll(close);

  it('is rendered on its server with the elements as tags, and comes to life without a word of complaint', async () => {
    expect(await source('/')).toContain('<marlow-analytics-overview><div slot="header"');
    expect(await source('/inbox/cnv_1')).toContain('<marlow-inbox conversation-id="cnv_1">');
    const { page } = portal!;
    await page.getByRole('heading', { name: 'Analytics' }).waitFor();
    await portal!.picture('react-results');
  });

  it('gives the elements its own addresses, and takes over when they want to go somewhere', async () => {
    const { page } = portal!;
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
    await page.getByRole('row').nth(1).click();
    await page.waitForURL(/\/campaigns\/cmp_/);
    await page.getByText('All campaigns').waitFor();
    await portal!.picture('react-campaign');
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByLabel('Your answer').waitFor();
    await page.locator('marlow-inbox').dispatchEvent('keydown', { key: 'j', bubbles: true, composed: true });
    await page.waitForURL(/\/inbox\/cnv_/);
    await portal!.picture('react-inbox');
    await page.goBack();
    await page.getByText('All campaigns').waitFor();
  });

  it('changes language and light everywhere at once', async () => {
    const { page } = portal!;
    await page.getByRole('link', { name: 'Leads' }).click();
    await page.getByRole('heading', { name: /Leads/ }).waitFor();
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('button', { name: 'Importar' }).first().waitFor();
    await page.getByLabel('Language').selectOption('en');
    await page.getByRole('button', { name: 'Dark' }).click();
    const ground = () => page.locator('marlow-lead-table').evaluate((table) => getComputedStyle(table).colorScheme);
    await expect.poll(ground, { timeout: 15_000 }).toBe('dark');
    await portal!.picture('react-leads-dark');
  });

  it('ran under the strictest page policy without one report', () => {
    expect(portal!.troubles).toEqual([]);
    expect(example!.output()).not.toMatch(/content security policy report/i);
  });
});

describe('a portal in Vue', () => {
  beforeAll(() => open('vue-portal', 'src/render.ts'));
  afterAll(close);

  it('is rendered on its server with the elements as tags, and comes to life without a word of complaint', async () => {
    expect(await source('/mailboxes')).toContain('<ember-mailbox-list></ember-mailbox-list>');
    await portal!.page.getByRole('heading', { name: 'Campaigns' }).waitFor();
    await portal!.picture('vue-campaigns');
  });

  it('hears what the elements say and shows the campaign its own way', async () => {
    const { page } = portal!;
    await page
      .getByRole('row', { name: /Running/ })
      .first()
      .click();
    await page.locator('ember-campaign-editor').waitFor();
    await page.getByRole('button', { name: 'Pause' }).first().click();
    await page.getByText('The campaign is paused now.').waitFor();
    await portal!.picture('vue-campaign');
    await page.getByRole('button', { name: 'All campaigns' }).click();
    await page.getByRole('link', { name: 'Mailboxes' }).click();
    await page.getByText('mara@harbor.example').first().waitFor();
    await portal!.picture('vue-mailboxes');
  });

  it('ran under the strictest page policy without one report', () => {
    expect(portal!.troubles).toEqual([]);
    expect(example!.output()).not.toMatch(/content security policy report/i);
  });
});

describe('a page of HTML', () => {
  beforeAll(() => open('html-page'));
  afterAll(close);

  it('shows the elements with a provider and the platform’s script alone', async () => {
    const { page } = portal!;
    await page.getByRole('heading', { name: 'Analytics' }).waitFor();
    await page.locator('plume-inbox').getByRole('textbox', { name: 'Your answer' }).waitFor();
    const accent = await page
      .locator('plume-inbox')
      .evaluate((inbox) => getComputedStyle(inbox).getPropertyValue('--_accent'));
    expect(accent).not.toBe('');
    await portal!.picture('html-page');
    await page.locator('plume-analytics-overview').scrollIntoViewIfNeeded();
    await portal!.picture('html-results');
  });

  it('ran under the strictest page policy without one report', () => {
    expect(portal!.troubles).toEqual([]);
    expect(example!.output()).not.toMatch(/content security policy report/i);
  });
});
