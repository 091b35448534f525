import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '@tabard/testing';
import { chromium, type Page } from 'playwright-core';
import { startProduct } from './start-product.ts';

/**
 * Takes the pictures of the docs' gallery: `npm run screenshots -- gallery [--only <name>]`, every screen of the app in the demo, as it is
 * today. They are WebP of at most 960 pixels, since the repository keeps them.
 */

const folder = join(import.meta.dirname, '../../../docs-site/public/pictures/gallery/today');
const { values } = parseArgs({ options: { only: { type: 'string' } } });

interface Shot {
  name: string;
  /** Where in the app. */
  path: string;
  size?: readonly [width: number, height: number];
  colorScheme?: 'light' | 'dark';
  /** What is done there before the picture. */
  act?: (page: Page) => Promise<unknown>;
}
const desktop = [1440, 900] as const;
const phone = [390, 844] as const;
/** Opens the first link of a list. */
const openFirst = (word: RegExp) => (page: Page) => page.getByText(word).filter({ visible: true }).first().click();

const shots: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'get-started', path: '/get-started' },
  { name: 'campaigns', path: '/campaigns' },
  { name: 'campaign', path: '/campaigns', act: openFirst(/^Freight brokers/) },
  { name: 'campaign-draft', path: '/campaigns/new' },
  { name: 'inbox', path: '/inbox' },
  { name: 'leads', path: '/leads' },
  { name: 'lead', path: '/leads', act: (page) => page.getByRole('row').nth(3).click() },
  { name: 'import', path: '/leads/import' },
  { name: 'board', path: '/board' },
  { name: 'analytics', path: '/analytics' },
  { name: 'templates', path: '/templates' },
  { name: 'template', path: '/templates', act: openFirst(/^Freight brokers/) },
  { name: 'mailboxes', path: '/mailboxes' },
  { name: 'mailbox', path: '/mailboxes/new' },
  { name: 'palette', path: '/', act: (page) => page.keyboard.press('Control+k') },
  { name: 'help', path: '/campaigns', act: (page) => page.keyboard.press('?') },
  { name: 'account', path: '/campaigns', act: (page) => page.getByRole('button', { name: /^Account/ }).click() },
  { name: 'inbox-dark', path: '/inbox', colorScheme: 'dark' },
  { name: 'analytics-dark', path: '/analytics', colorScheme: 'dark' },
  { name: 'home-phone', path: '/', size: phone },
  { name: 'campaigns-phone', path: '/campaigns', size: phone },
  { name: 'inbox-phone', path: '/inbox', size: phone },
  { name: 'leads-phone', path: '/leads', size: phone },
];

/** What only somebody sees who signs in to the platform itself. */
const ownShots: readonly Shot[] = [
  { name: 'members', path: '/members' },
  { name: 'roles', path: '/roles' },
  { name: 'api-keys', path: '/api-keys' },
  { name: 'audit-log', path: '/audit-log' },
  { name: 'brand', path: '/brand' },
  { name: 'domains', path: '/domains' },
  { name: 'organizations', path: '/organizations' },
  { name: 'own-account', path: '/account' },
];

const wanted = ({ name }: { name: string }): boolean => values.only === undefined || name.includes(values.only);
const product = await startProduct();
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.setViewportSize({ width: desktop[0], height: desktop[1] });
  await page.goto(product.portal);
  if (wanted({ name: 'sign-in' })) await keep(page, 'sign-in', desktop);
  await signIn(page);
  await page.waitForURL('**/harbor/analytics');
  for (const shot of shots.filter(wanted)) await take(page, `${product.portal}/harbor/app`, shot);
  await page.goto(`${product.api}/sign-in`);
  if (wanted({ name: 'own-sign-in' })) await keep(page, 'own-sign-in', desktop);
  await signIn(page);
  await page.getByRole('button', { name: /^Harbor/ }).click();
  await page.waitForURL(/\/app\/wsp_\w+$/);
  const own = page.url();
  for (const shot of ownShots.filter(wanted)) await take(page, own, shot);
} finally {
  await browser.close();
  await product.stop();
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill('mara@northlight.example');
  await page.getByLabel('Password').fill('outreach-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function take(page: Page, app: string, shot: Shot): Promise<void> {
  const { name, path, size = desktop, colorScheme = 'light', act } = shot;
  await page.setViewportSize({ width: size[0], height: size[1] });
  await page.emulateMedia({ colorScheme });
  await page.goto(`${app}${path}`);
  // A page with news of its own is never quite at rest.
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
  await act?.(page);
  await keep(page, name, size);
}

/** Writes the screen as WebP, made smaller where it is wider than the gallery. */
async function keep(page: Page, name: string, [width, height]: readonly [number, number]): Promise<void> {
  await page.setViewportSize({ width, height });
  // Elements fetch their code and data, and what opens moves; a picture of a skeleton shows nothing.
  await page.waitForTimeout(1500);
  await page
    .locator('[part=skeleton], northlight-skeleton')
    .filter({ visible: true })
    .first()
    .waitFor({ state: 'hidden' });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    clip: { x: 0, y: 0, width, height, scale: Math.min(1, 960 / width) },
  });
  await session.detach();
  await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  console.log(`docs-site/public/pictures/gallery/today/${name}.webp`);
}
