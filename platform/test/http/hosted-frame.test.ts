import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findBrowser, freePort } from '@tabard/testing';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRelay } from '#kernel';
import { ensureWidgetBundle } from '../../src/cli/widget-bundle.ts';
import { startTestServer, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let relay: { stop(): Promise<void> };
let campaignId: string;
let host: Server;
let hostUrl: string;
let browser: Browser;
let page: Page;
/** Ids of the pages that the host asked for. */
let links: string[];
/** What should not happen: script errors, reports of a policy. */
let troubles: string[];
/** Every address that the browser asked for. */
let asked: string[];

beforeAll(async () => {
  const embedRoot = await ensureWidgetBundle(() => undefined);
  const port = await freePort();
  server = await startTestServer({
    env: { PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, EMBED_ROOT: embedRoot },
  });
  relay = startRelay(server.platform.app);
  tenant = await server.createTenant();
  const made = await server.call(
    'campaigns.create',
    { name: 'Spring' },
    { token: tenant.apiKey, headers: { 'Workspace-Id': tenant.publicId } },
  );
  campaignId = made.body.result.data.id;
  host = createServer((request, response) => {
    const url = new URL(request.url ?? '/', hostUrl);
    if (request.method === 'POST')
      return void link(url.searchParams.get('widget') ?? '').then((body) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body)),
      );
    response
      .writeHead(200, {
        'Content-Type': 'text/html',
        'Content-Security-Policy': `default-src 'none'; script-src 'nonce-page' 'strict-dynamic'; style-src 'nonce-page'; connect-src 'self'; frame-src ${server.url}; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`,
      })
      .end(hostPage(url.searchParams.get('widget') ?? 'inbox'));
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  // Another site than the platform's, as for every real host.
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  browser = await chromium.launch(await findBrowser());
}, 240_000);
afterAll(async () => {
  await browser?.close();
  host?.close();
  await relay?.stop();
  await server?.stop();
});
beforeEach(async () => {
  [links, troubles, asked] = [[], [], []];
  page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted(?:HTML|Script)|postMessage/.test(message.text()))
      troubles.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
});
afterEach(() => page.close());

async function link(widget: string, extra: object = {}): Promise<{ id: string; url: string }> {
  const { body } = await server.call(
    'hostedPages.create',
    {
      workspaceId: tenant.publicId,
      user: { externalId: 'u1', name: 'Uma' },
      widgets: { inbox: {}, 'campaign-list': {}, 'campaign-editor': {} },
      widget,
      frameOrigins: [hostUrl],
      ...extra,
    },
    { token: tenant.apiKey },
  );
  links.push(body.result.data.id);
  return body.result.data;
}

const hostPage = (widget: string) => `<!doctype html><html lang="en"><title>Portal</title>
<script type="module" nonce="page">
  globalThis.heard = [];
  for (const name of ['load', 'ready', 'load-error', 'navigate'])
    addEventListener('acme-' + name, (event) => {
      heard.push([name, event.detail]);
      if (globalThis.takesOver) event.preventDefault();
    });
</script>
<script type="module" nonce="page" src="${server.url}/embed/v1.js?prefix=acme"></script>
<button>Before</button><acme-frame widget="${widget}" label="Outreach" link-endpoint="/?widget=${widget}"></acme-frame></html>`;

/** What events the host heard, by name. */
const heard = async () =>
  (await page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard)).map(([name]) => name);
const inner = (): Frame => page.frames().find((frame) => frame.url().startsWith(server.url))!;

describe('a hosted page', () => {
  it('opens by its link alone, keeps the code to itself, and ends when it is loaded again', async () => {
    const { url, id } = await link('inbox', { returnUrl: 'https://portal.example.com/inbox' });
    await page.goto(url);
    await page.locator('outreach-inbox').getByText('No conversations here').first().waitFor();
    expect(page.url()).toBe(`${server.url}/hosted/inbox/${id}`);
    const code = new URL(url).hash.slice(1);
    expect(asked.filter((address) => address.includes(code) && !address.includes('#'))).toEqual([]);
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
      '',
      0,
      0,
    ]);
    await page.reload();
    const again = page.getByRole('link', { name: 'Open it again' });
    await again.waitFor();
    expect(await again.getAttribute('href')).toBe('https://portal.example.com/inbox');
    expect(troubles).toEqual([]);
  });

  it('shows the whole app, which goes to its own places by itself', async () => {
    const { url } = await link('app', { widgets: { app: {} } });
    await page.goto(url);
    await page.getByText('of 5 steps done').first().waitFor();
    await page.getByRole('button', { name: 'Leads', exact: true }).click();
    await page.getByText('No leads yet').waitFor();
    expect(await page.locator('outreach-app').getAttribute('route')).toBe('/leads');
    expect(troubles).toEqual([]);
  });
});

describe('an element in a frame', () => {
  it('shows itself on a strict host of another site, as high as it is, and tells what it does', async () => {
    await page.goto(`${hostUrl}/?widget=campaign-list`);
    await page.frameLocator('acme-frame iframe').getByText('Spring').first().waitFor();
    await expect.poll(heard).toEqual(expect.arrayContaining(['load']));
    const height = () => page.locator('acme-frame').evaluate((frame) => frame.getBoundingClientRect().height);
    const content = () => inner().evaluate(() => document.documentElement.getBoundingClientRect().height);
    await expect.poll(async () => Math.abs((await height()) - Math.max(320, await content()))).toBeLessThan(2);
    const iframe = page.locator('acme-frame iframe');
    expect(await iframe.getAttribute('sandbox')).not.toContain('allow-top-navigation');
    expect(await iframe.getAttribute('title')).toBe('Outreach');
    expect(troubles).toEqual([]);
  });

  it('goes where it is asked to, unless the host takes over', async () => {
    await page.goto(`${hostUrl}/?widget=campaign-list`);
    const frame = page.frameLocator('acme-frame iframe');
    await frame.getByText('Spring').first().waitFor();
    await page.evaluate(() => Object.assign(globalThis, { takesOver: true }));
    await frame.getByText('Spring').first().click();
    await expect.poll(heard).toContain('navigate');
    const [, detail] = await page.evaluate(() =>
      (globalThis as unknown as { heard: [string, { path: string }][] }).heard.findLast(
        ([name]) => name === 'navigate',
      )!,
    );
    expect(detail.path).toBe(`/campaigns/${campaignId}`);
    expect(await frame.locator('outreach-campaign-editor').count()).toBe(0);
    await page.evaluate(() => Object.assign(globalThis, { takesOver: false }));
    await frame.getByText('Spring').first().click();
    await frame.locator('outreach-campaign-editor').waitFor();
    await frame.getByRole('button', { name: 'Back' }).click();
    await frame.getByText('Spring').first().waitFor();
  });

  it('takes looks and the keyboard from the host', async () => {
    await page.goto(`${hostUrl}/?widget=inbox`);
    await page
      .frameLocator('acme-frame iframe')
      .locator('outreach-inbox')
      .getByText('No conversations here')
      .first()
      .waitFor();
    const scheme = () =>
      inner().evaluate(() => getComputedStyle(document.querySelector('outreach-inbox')!).colorScheme);
    await page.locator('acme-frame').evaluate((frame) => frame.setAttribute('theme', 'dark'));
    await expect.poll(scheme).toBe('dark');
    await page.locator('acme-frame').evaluate((frame) => (frame as HTMLElement).focus());
    await expect.poll(() => inner().evaluate(() => document.hasFocus())).toBe(true);
    // What is typed from now on is for the page in the frame; the next Tab goes into its element.
    await page.keyboard.press('Tab');
    await expect.poll(() => inner().evaluate(() => document.activeElement?.localName)).toBe('outreach-inbox');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('acme-frame');
  });

  it('takes up within seconds what an administrator configures', async () => {
    const stream = page.waitForResponse((response) => response.url().endsWith('/rpc/events.stream'));
    await page.goto(`${hostUrl}/?widget=campaign-list`);
    const name = page.frameLocator('acme-frame iframe').getByText('Spring').first();
    await name.waitFor();
    const configure = (hidden: string[] | null) =>
      server.call(
        'embedConfigurations.update',
        { configuration: { 'campaign-list': hidden && { hidden } } },
        { token: tenant.apiKey, headers: { 'Workspace-Id': tenant.publicId } },
      );
    // The stream begins with what comes after it was opened.
    await stream;
    const isHidden = async () => {
      await configure(['root']);
      return name.isHidden();
    };
    await expect.poll(isHidden, { interval: 250 }).toBe(true);
    await configure(null);
    await name.waitFor({ state: 'visible' });
  });

  it('gets a new link when its page was ended', async () => {
    await page.goto(`${hostUrl}/?widget=inbox`);
    const heading = page
      .frameLocator('acme-frame iframe')
      .locator('outreach-inbox')
      .getByText('No conversations here')
      .first();
    await heading.waitFor();
    expect(links).toHaveLength(1);
    await page.waitForTimeout(1_500);
    await server.call('hostedPages.revoke', { id: links[0] }, { token: tenant.apiKey });
    await expect.poll(() => links.length, { timeout: 25_000 }).toBe(2);
    await heading.waitFor();
  });

  it('is not to be had by a page that the host did not name', async () => {
    await page.goto(`${hostUrl.replace('127.0.0.1', 'localhost')}/?widget=inbox`);
    await expect.poll(() => links.length).toBe(1);
    await expect.poll(() => troubles.join()).toContain('frame-ancestors');
    expect(await heard()).not.toContain('load');
  });
});
