import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '@tabard/testing';
import { chromium, type Page } from 'playwright-core';
import { startProduct } from './start-product.ts';

// Takes every screen of the running product at three widths, light and dark: `npm run screenshots -- screens [--only <name>]`.

const folder = join(import.meta.dirname, '../../../.pictures/screens');
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const portalScreens = ['analytics', 'campaigns', 'campaigns/new', 'inbox', 'leads', 'templates', 'mailboxes'];
const wanted = (name: string): boolean => values.only === undefined || name.includes(values.only);

const product = await startProduct();
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  await page.goto(product.portal);
  if (wanted('sign-in')) await take(page, 'sign-in');
  await page.getByLabel('Email').fill('mara@northlight.example');
  await page.getByLabel('Password').fill('outreach-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/harbor/analytics');
  for (const screen of portalScreens.filter(wanted)) {
    await page.goto(`${product.portal}/harbor/${screen}`);
    await page.locator('main > :defined').first().waitFor();
    await take(page, screen.replace('/', '-'));
  }
  if (wanted('sandbox')) {
    await page.goto(product.sandbox);
    await take(page, 'sandbox');
  }
} finally {
  await browser.close();
  await product.stop();
}

/** Takes one screen in all its sizes and schemes. */
async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1440, 900],
      [768, 1024],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      // Elements fetch their code and data; a picture of a skeleton shows nothing.
      await page.waitForTimeout(1200);
      const file = `${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file) });
      console.log(`.pictures/screens/${file}`);
    }
  }
}
