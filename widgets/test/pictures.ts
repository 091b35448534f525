import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { createTheme } from '@tabard/theme';
import type { Scene } from './stage.ts';

/** Draws elements in their states, brands, modes and widths into `dist/pictures`. `node test/pictures.ts [part of a name]` */
const wanted = process.argv[2] ?? '';
const out = join(import.meta.dirname, '../dist/pictures');
const WIDTHS = { desk: [1440, 900], tablet: [768, 1000], phone: [390, 844] } as const;

interface Shot extends Scene {
  name: string;
  width: keyof typeof WIDTHS;
  act?: (page: Page) => Promise<unknown>;
}
const BRANDS = { bank: '#2b5fd9', pink: '#c2185b', ink: '#111111' } as const;
const look = (brand: keyof typeof BRANDS, theme: 'light' | 'dark') => ({
  appearance: { theme, brandColor: BRANDS[brand] },
});
const click = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const shots: Shot[] = [
  { name: 'app', widget: 'app', width: 'desk', ...look('bank', 'light') },
  { name: 'app-dark', widget: 'app', width: 'desk', ...look('pink', 'dark') },
  { name: 'app-tablet', widget: 'app', width: 'tablet', ...look('ink', 'light') },
  { name: 'app-phone', widget: 'app', width: 'phone', ...look('pink', 'light') },
  {
    name: 'app-phone-more',
    widget: 'app',
    width: 'phone',
    ...look('bank', 'dark'),
    act: click('More'),
  },
  { name: 'app-inbox', widget: 'app', width: 'desk', attributes: { route: '/inbox' }, ...look('bank', 'light') },
  {
    name: 'app-leads-phone',
    widget: 'app',
    width: 'phone',
    attributes: { route: '/leads' },
    ...look('ink', 'light'),
  },
  { name: 'app-start', widget: 'app', width: 'desk', ...look('bank', 'light'), sample: { empty: true } },
  { name: 'app-arabic', widget: 'app', width: 'desk', locale: 'ar', ...look('pink', 'light') },
  {
    name: 'app-palette',
    widget: 'app',
    width: 'desk',
    ...look('bank', 'light'),
    act: (page) => page.keyboard.press('Control+k'),
  },
  {
    name: 'app-palette-found',
    widget: 'app',
    width: 'phone',
    ...look('ink', 'dark'),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(300);
      await page.keyboard.type('ca');
    },
  },
  { name: 'app-help', widget: 'app', width: 'desk', ...look('pink', 'light'), act: click('Help and keys') },
  { name: 'leads', widget: 'lead-table', width: 'desk', ...look('bank', 'light'), sample: { leads: 1_000_000 } },
  { name: 'leads-dark', widget: 'lead-table', width: 'tablet', ...look('ink', 'dark') },
  { name: 'leads-phone', widget: 'lead-table', width: 'phone', ...look('pink', 'light') },
  { name: 'leads-empty', widget: 'lead-table', width: 'desk', ...look('pink', 'light'), sample: { empty: true } },
  {
    name: 'leads-error',
    widget: 'lead-table',
    width: 'desk',
    ...look('ink', 'light'),
    sample: { fail: Object.assign(new Error('down'), { status: 503 }) },
  },
  { name: 'leads-loading', widget: 'lead-table', width: 'desk', ...look('ink', 'light'), sample: { slow: true } },
  {
    name: 'leads-drawer',
    widget: 'lead-table',
    width: 'desk',
    ...look('bank', 'light'),
    act: (page) => page.getByRole('row').nth(3).click(),
  },
  { name: 'leads-import', widget: 'lead-table', width: 'desk', ...look('pink', 'light'), act: importFile },
  { name: 'campaigns', widget: 'campaign-list', width: 'desk', ...look('bank', 'light') },
  { name: 'campaigns-dark', widget: 'campaign-list', width: 'desk', ...look('pink', 'dark') },
  { name: 'campaigns-phone', widget: 'campaign-list', width: 'phone', ...look('ink', 'light') },
  {
    name: 'editor-running',
    widget: 'campaign-editor',
    width: 'desk',
    attributes: { 'campaign-id': 'cmp_0' },
    ...look('bank', 'light'),
  },
  { name: 'editor-new', widget: 'campaign-editor', width: 'desk', ...look('ink', 'light') },
  {
    name: 'editor-preview',
    widget: 'campaign-editor',
    width: 'desk',
    attributes: { 'campaign-id': 'cmp_4' },
    ...look('pink', 'dark'),
    act: (page) => page.getByRole('tab', { name: 'Preview' }).click(),
  },
  {
    name: 'editor-phone',
    widget: 'campaign-editor',
    width: 'phone',
    attributes: { 'campaign-id': 'cmp_0' },
    ...look('pink', 'light'),
  },
  { name: 'inbox', widget: 'inbox', width: 'desk', ...look('bank', 'light') },
  { name: 'inbox-dark', widget: 'inbox', width: 'desk', ...look('pink', 'dark') },
  { name: 'inbox-tablet', widget: 'inbox', width: 'tablet', ...look('ink', 'light') },
  { name: 'inbox-phone', widget: 'inbox', width: 'phone', ...look('bank', 'dark') },
  { name: 'inbox-arabic', widget: 'inbox', width: 'desk', locale: 'ar', ...look('ink', 'light') },
  { name: 'analytics', widget: 'analytics-overview', width: 'desk', ...look('pink', 'light') },
  { name: 'analytics-dark', widget: 'analytics-overview', width: 'desk', ...look('bank', 'dark') },
  { name: 'analytics-phone', widget: 'analytics-overview', width: 'phone', ...look('ink', 'light') },
  { name: 'mailboxes', widget: 'mailbox-list', width: 'desk', ...look('ink', 'dark') },
  {
    name: 'mailboxes-form',
    widget: 'mailbox-list',
    width: 'desk',
    ...look('bank', 'light'),
    act: click('Connect a mailbox'),
  },
  {
    name: 'templates',
    widget: 'template-list',
    width: 'desk',
    ...look('bank', 'light'),
    act: (page) => page.getByRole('row').nth(1).click(),
  },
];

async function importFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'brokers.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') });
}

const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, 'stage.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  tsconfig: join(import.meta.dirname, '../tsconfig.json'),
});
const script = outputFiles[0]?.text ?? '';
const server = createServer(({ url }, response) => {
  const isScript = url === '/stage.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(
    isScript
      ? script
      : '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Portal</title><body><main></main><script type="module" src="/stage.js"></script>',
  );
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;

await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { name, width, act, ...scene } of shots.filter((shot) => shot.name.includes(wanted))) {
  const [wide, high] = WIDTHS[width];
  const page = await browser.newPage({ viewport: { width: wide, height: high } });
  page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
  await page.goto(`http://127.0.0.1:${port}/`);
  const theme = createTheme({
    brandColor: scene.appearance?.brandColor ?? BRANDS.bank,
    mode: scene.appearance?.theme === 'dark' ? 'dark' : 'light',
  });
  await page.addStyleTag({
    content: `body{margin:0;background:${theme.canvas};font-family:Inter,system-ui,sans-serif}main{padding:${scene.widget === 'app' ? 0 : wide > 500 ? 24 : 16}px}`,
  });
  await page.evaluate(
    (given) => void (globalThis as unknown as { stage: (scene: Scene) => unknown }).stage(given),
    scene,
  );
  await page.waitForTimeout(700);
  await act?.(page);
  await page.waitForTimeout(500);
  await writeFile(join(out, `${name}.png`), await page.screenshot());
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(`${name}${overflow > 0 ? ` is ${overflow} px too wide` : ''}`);
  await page.close();
}
await browser.close();
server.close();
