import { findBrowser, freePort } from '@tabard/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureWidgetBundle } from '../../src/cli/widget-bundle.ts';
import { startTestServer, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let browser: Browser;

beforeAll(async () => {
  const embedRoot = await ensureWidgetBundle(() => undefined);
  const port = await freePort();
  server = await startTestServer({
    env: { PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, EMBED_ROOT: embedRoot },
  });
  tenant = await server.createTenant();
  browser = await chromium.launch(await findBrowser());
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(widget: string, look: Parameters<Browser['newPage']>[0], scripts = true): Promise<Page> {
  const made = await server.call(
    'hostedPages.create',
    { workspaceId: tenant.publicId, user: { externalId: 'u1', name: 'Uma' }, widgets: { [widget]: {} }, widget },
    { token: tenant.apiKey },
  );
  const page = await browser.newPage(look);
  if (!scripts) await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.goto(made.body.result.data.url);
  return page;
}
const box = (page: Page, selector: string) => page.locator(selector).first().boundingBox();
const sizes = {
  desk: { width: 1440, height: 900 },
  rail: { width: 768, height: 900 },
  phone: { width: 390, height: 844 },
};

describe('a page of ours', () => {
  it('is painted in the colours of its brand before any script has run, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('app', { colorScheme, viewport: sizes.desk }, false);
      await expect
        .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
        .toBe(1);
      expect(await page.evaluate(() => customElements.get('outreach-hosted-page'))).toBeUndefined();
      expect(await page.locator('.waiting .side').isVisible()).toBe(true);
      const light = await page.evaluate(() => {
        const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number);
        return red > 128;
      });
      expect(light).toBe(colorScheme === 'light');
      await page.close();
    }
  });

  it('stands at the side that its language begins at, and fits on a phone', async () => {
    const page = await open('app', { viewport: sizes.desk }, false);
    expect(await box(page, '.waiting .side')).toMatchObject({ x: 0, width: 216 });
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await box(page, '.waiting .side')).toMatchObject({ x: 1440 - 216 });
    await page.setViewportSize(sizes.phone);
    expect(await box(page, '.waiting .side')).toMatchObject({ x: 0, y: 0, width: 390 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.close();
  });

  for (const [size, viewport] of Object.entries(sizes))
    it(`is replaced by the app at the same place (${size})`, async () => {
      const waiting = await open('app', { viewport }, false);
      const [frame, name] = [await box(waiting, '.waiting .side'), await box(waiting, '.whose b')];
      await waiting.close();
      const page = await open('app', { viewport });
      await page.locator('.waiting').waitFor({ state: 'detached' });
      const bar = size === 'phone' ? 'outreach-app .top' : 'outreach-app .side';
      const [shown, mark] = [await box(page, bar), await box(page, 'outreach-app .workspace .mark')];
      for (const [one, other] of [
        [frame, shown],
        [name, mark],
      ] as const)
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(one![side] - other![side]), side).toBeLessThan(4.5);
      await page.close();
    });

  it('of one element is left to it as well', async () => {
    const page = await open('inbox', { viewport: sizes.desk });
    await page.locator('outreach-inbox').getByText('No conversations here').first().waitFor();
    await page.locator('.waiting').waitFor({ state: 'detached' });
    await page.close();
  });
});
