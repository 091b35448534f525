import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { widgets, type WidgetEntry } from '@tabard/contract/widgets';
import { widgetNames } from '@tabard/contract/widget-names';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { z } from 'zod';
import type { Client, Walk } from './client.ts';
import { idsOf } from './ids-of.ts';
import { readPage, watchPage } from './read-page.ts';
import { resultOf } from './result-of.ts';
import { TraceError } from './trace-error.ts';

/** How long a page may take to show what it shows. */
const patienceMs = 60_000;

/** The pages of each agency in a real browser: its own with all elements under its prefix, the app, a hosted page, the sign-in. */
export async function lookInBrowser(walk: Walk): Promise<void> {
  const browser = await openBrowser();
  const close = () => void browser.close();
  walk.signal.addEventListener('abort', close);
  try {
    // Both at once: most of the time is spent waiting for a page to come to rest.
    await Promise.all(
      walk.clients.map(async (client) => {
        await lookAtPortal(walk, client, browser);
        await lookAtApp(walk, client, browser);
      }),
    );
  } finally {
    walk.signal.removeEventListener('abort', close);
    await browser.close();
  }
}

async function openBrowser(): Promise<Browser> {
  // Loaded here: whoever leaves the browser out needs neither.
  const [{ findBrowser }, { chromium }] = await Promise.all([import('@tabard/testing'), import('playwright-core')]);
  const found = await findBrowser().catch((error: unknown) => {
    throw new TraceError(
      `${error instanceof Error ? error.message : String(error)} Or leave it out with --no-browser.`,
    );
  });
  // Whoever interrupts the check ends more than the browser; left alone, it would end the process at once.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ ...found, ...signals, headless: true });
}

/** A page of the agency's own server, with every element on it. */
async function lookAtPortal(walk: Walk, client: Client, browser: Browser): Promise<void> {
  const { prefix, word } = client.agency;
  const { url } = walk.installation;
  const tags = widgetNames.map((name) => `<${prefix}-${name}></${prefix}-${name}>`).join('\n');
  const html = `<!doctype html><html lang="en"><head><title>${word} Portal</title><link rel="icon" href="data:,">
<script type="module" src="${url}/embed/v1.js?prefix=${prefix}"></script></head>
<body><${prefix}-provider base-url="${url}" token-endpoint="/session">${tags}</${prefix}-provider></body></html>`;
  let origin = '';
  const session = () =>
    walk.ask(client.viewer, '/rpc/embedSessions.create', {
      token: client.tokens.key,
      json: {
        workspaceId: client.publicId,
        user: { externalId: 'u3', name: `${word} Visitor` },
        widgets: Object.fromEntries(widgetNames.map((name) => [name, {}])),
        origins: [origin],
      },
    });
  const portal = createServer((request, response) => {
    if (request.method !== 'POST') return void response.setHeader('Content-Type', 'text/html').end(html);
    session().then(
      (answer) =>
        response
          .setHeader('Content-Type', 'application/json')
          .end(JSON.stringify(resultOf(answer, z.object({ clientSecret: z.string(), expiresAt: z.string() })))),
      () => response.writeHead(502).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(portal, 'listening');
  origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`; // a TCP server that listens has one
  const context = await browser.newContext();
  try {
    await visit(walk, client, { context, name: 'the portal', urls: [origin], shows: `${prefix}-inbox` });
  } finally {
    await context.close();
    portal.closeAllConnections();
    portal.close();
  }
}

/** The app at every place that it has, then the page of the sign-in, as a browser shows them to the administrator. */
async function lookAtApp(walk: Walk, client: Client, browser: Browser): Promise<void> {
  const { url } = walk.installation;
  const context = await browser.newContext();
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  try {
    const ids = await idsOf(walk, client);
    const idOf: Readonly<Record<string, string>> = {
      campaigns: ids.campaign,
      inbox: ids.conversation,
      leads: ids.lead,
    };
    const places = walk.places.map((place) => {
      const id = idOf[place.split('/')[1] ?? ''] ?? ids.mailbox;
      return `${url}/app/${client.publicId}${place.replace('{id}', id)}`;
    });
    await visit(walk, client, { context, urls: places, shows: 'outreach-app' });
    const page = resultOf(
      await walk.ask(client.viewer, '/rpc/hostedPages.create', {
        token: client.tokens.key,
        json: {
          workspaceId: client.publicId,
          user: { externalId: 'u4', name: `${client.agency.word} Visitor` },
          widgets: { inbox: {} },
          widget: 'inbox',
        },
      }),
      z.object({ url: z.string() }),
    );
    await visit(walk, client, { context, urls: [page.url], shows: 'outreach-inbox' });
    for (const path of ['/sign-in', '/setup#nothing', '/invitation#nothing'])
      await visit(walk, client, { context, urls: [url + path], shows: 'main, aside' });
  } finally {
    await context.close();
  }
}

/** Every address in the app, with `{id}` where a record is named. */
export const everyPlace: readonly string[] = [
  ...new Set(
    Object.values<WidgetEntry>(widgets).flatMap(({ page }) =>
      page ? [page.at ?? `/${page.name}`, ...Object.values(page.places ?? {})] : [],
    ),
  ),
];

interface Visit {
  context: BrowserContext;
  /** What it is called in the report; its path otherwise. */
  name?: string;
  /** The first is loaded, the others are gone to within the page, as people go from one to the next. */
  urls: readonly string[];
  /** What is there once the page shows itself. */
  shows: string;
}

/** Opens a page and looks at everything that somebody can find in it, at each of its addresses. */
async function visit(
  { inspection, installation }: Walk,
  client: Client,
  { context, name, urls, shows }: Visit,
): Promise<void> {
  const page = await context.newPage();
  const heard = listenTo(page);
  await page.addInitScript(watchPage);
  for (const [at, url] of urls.entries()) {
    const where = name ?? url.replace(installation.url, '').replace(/#.*/, '');
    if (at === 0) await page.goto(url);
    else await page.evaluate(goTo, url);
    await page.locator(shows).first().waitFor({ state: 'attached', timeout: patienceMs });
    await rest(page, heard);
    for (const [part, text] of Object.entries(await page.evaluate(readPage)))
      inspection.look(client.viewer, `${where}, ${part}`, text);
    inspection.look(client.viewer, `${where}, console`, heard.console.splice(0).join('\n'));
    const requests = await Promise.all(heard.requests.splice(0).map((read) => read().catch(() => '')));
    for (const request of requests) inspection.look(client.viewer, `${where}, request`, request);
    inspection.look(client.viewer, `${where}, cookies`, JSON.stringify(await context.cookies()));
  }
  await page.close();
}

/** Goes to another address of the app as its own links do; runs in the page. */
function goTo(url: string): void {
  history.pushState(null, '', url);
  dispatchEvent(new PopStateEvent('popstate'));
  const app: (Element & { route?: string }) | null = document.querySelector('outreach-app');
  if (!app?.route || !url.endsWith(app.route)) throw new Error('The app does not follow its address.');
}

interface Heard {
  console: string[];
  /** Each reads the request and the headers of its answer. */
  requests: (() => Promise<string>)[];
  /** Those without an end yet; streams stay here. */
  open: Set<Request>;
}

function listenTo(page: Page): Heard {
  const heard: Heard = { console: [], requests: [], open: new Set() };
  page.on('console', (message) => heard.console.push(message.text()));
  page.on('pageerror', (error) => heard.console.push(error.stack ?? error.message));
  page.on('requestfinished', (request) => void heard.open.delete(request));
  page.on('requestfailed', (request) => void heard.open.delete(request));
  page.on('request', (request) => {
    heard.open.add(request);
    heard.requests.push(async () => {
      const answer = request.failure() ? null : await request.response();
      const answered = answer ? JSON.stringify(await answer.allHeaders()) : '';
      return `${request.method()} ${request.url()}\n${JSON.stringify(await request.allHeaders())}\n${request.postData() ?? ''}\n${answered}`;
    });
  });
  return heard;
}

/** Waits until a page asks for nothing more and has all that it asked for, but for the streams that stay open. */
async function rest(page: Page, heard: Heard): Promise<void> {
  const until = Date.now() + patienceMs;
  const waits = (): boolean => [...heard.open].some((request) => request.headers()['accept'] !== 'text/event-stream');
  for (let before = -1; Date.now() < until && (before !== heard.requests.length || waits());) {
    before = heard.requests.length;
    await page.waitForTimeout(700);
  }
}
