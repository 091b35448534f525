import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '@tabard/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from './serve-site.ts';

const pictures = join(import.meta.dirname, '../../.pictures/catalogue');
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  site = await serveSite();
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args });
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) troubles.push(message.text());
  });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A busy machine needs longer than the second that is usual. */
const patient = { timeout: 15_000 };
const open = (path: string) => page.goto(`${site.url}${path}`);
const stage = () => page.frameLocator('.catalogue iframe').first();
const field = (label: string) => page.locator('.catalogue').getByLabel(label, { exact: true });

describe('the page of an element', () => {
  it('shows it live, in any of its states', async () => {
    await open('/reference/elements/inbox/');
    await stage().getByLabel('Your answer').waitFor();
    await page.screenshot({ path: join(pictures, 'inbox.png') });
    await field('State').selectOption('error');
    await stage().getByRole('button', { name: 'Try again' }).first().waitFor();
    await field('State').selectOption('filled');
    await stage().getByLabel('Your answer').waitFor();
  });

  it('changes looks, language and width, each by itself', async () => {
    await field('Light').selectOption('dark');
    const scheme = () =>
      stage()
        .locator('html')
        .evaluate((html) => getComputedStyle(html).colorScheme);
    await expect.poll(scheme, patient).toBe('dark');
    await field('Language').selectOption('fr');
    await expect.poll(() => stage().locator('html').getAttribute('lang'), patient).toBe('fr');
    await field('Width').selectOption('390');
    await expect
      .poll(() => page.locator('.catalogue iframe').evaluate((frame) => frame.clientWidth), patient)
      .toBe(390);
    await page.screenshot({ path: join(pictures, 'inbox-dark-phone.png') });
  });

  it('writes what is set into the code of every framework, under the reader’s own prefix', async () => {
    await open('/reference/elements/lead-table/');
    await stage().getByRole('row').nth(2).waitFor();
    await field('status').selectOption('replied');
    await field('Your prefix').fill('northlight');
    const code = page.locator('.catalogue pre');
    const seen: Record<string, string> = {
      HTML: '<northlight-lead-table status="replied"></northlight-lead-table>',
      React: '<LeadTable status="replied" onSelectLead={(event) => console.log(event.detail)} />',
      Vue: '<northlight-lead-table status="replied" @northlight-select-lead="(event) => console.log(event.detail)" />',
      Angular: 'import { NorthlightLeadTable } from',
      Svelte: 'onnorthlight-select-lead={(event) => console.log(event.detail)}',
    };
    for (const [framework, words] of Object.entries(seen)) {
      await page.locator('.catalogue').getByRole('button', { name: framework, exact: true }).click();
      expect(await code.textContent()).toContain(words);
    }
    await page.screenshot({ path: join(pictures, 'lead-table.png'), fullPage: true });
  });

  it('lists events as they fire', async () => {
    await stage().getByRole('row').nth(2).click();
    const events = page.getByRole('list', { name: 'Events' });
    await events.getByText('acme-select-lead').first().waitFor();
    await events.getByText('acme-load', { exact: true }).first().waitFor();
  });
});

it('shows every primitive on one page, each when it comes into sight', async () => {
  await open('/reference/kit/');
  await stage().getByText(/\w/).first().waitFor();
  const count = await page.locator('.catalogue').count();
  expect(count).toBeGreaterThan(20);
  const last = page.locator('.catalogue').last();
  await last.scrollIntoViewIfNeeded();
  await last.getByLabel('State').waitFor();
  await page.screenshot({ path: join(pictures, 'kit.png') });
});

it.each(['/reference/elements/campaign-editor/', '/reference/kit/'])(
  'fits a phone, light and dark: %s',
  async (path) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open(path);
      await page.locator('.catalogue').first().getByLabel('State').waitFor();
      await page.waitForTimeout(700);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.screenshot({ path: join(pictures, `phone-${path.split('/').at(-2) ?? ''}-${colorScheme}.png`) });
    }
  },
);

it('runs its stages under the strictest policy without one report', () => {
  expect(troubles).toEqual([]);
});
