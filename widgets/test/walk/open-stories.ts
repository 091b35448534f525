import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { findBrowser } from '@tabard/testing';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Look, Story } from '../stories/story.ts';
import type { StoryPageApi } from './story-page.ts';
import { serveStories } from './serve-stories.ts';

export type StoryName = Pick<Story, 'of' | 'state'>;

/** Where the pages of the stories are served, and a browser that several processes share. */
export interface StoryHost {
  url: string;
  browser: string;
}

/** A page that shows one story at a time. */
export interface StoryPage {
  page: Page;
  /** Errors of the page since the last story came. */
  troubles: string[];
  show(story: StoryName, look: Look): Promise<void>;
  /** Shows it unless it is what was shown last: for what looks at a story and minds no focus or scrolling of those before. */
  keepShowing(story: StoryName, look: Look): Promise<void>;
  close(): Promise<void>;
}

/** All stories, ready to be shown in a browser. */
export interface Stories {
  list: readonly StoryName[];
  open(view?: BrowserContextOptions): Promise<StoryPage>;
  /** A page on the same server without stories. */
  openEmpty(): Promise<Page>;
  close(): Promise<void>;
}

/** The moment at which all stories take place. */
const NOW = new Date('2026-03-12T10:24:00Z');

declare global {
  /** Put into each page before its own script. */
  function pageApi(): StoryPageApi;
}

/** Bundles and serves all stories and starts a browser beside them; any number of processes may open stories there. */
export async function startStoryHost(): Promise<StoryHost & { close(): Promise<void> }> {
  const server = await serveStories();
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launchServer({
    executablePath,
    args: [...args, '--no-sandbox', '--font-render-hinting=slight', '--disable-lcd-text', '--force-color-profile=srgb'],
  });
  return {
    url: `http://127.0.0.1:${port}`,
    browser: browser.wsEndpoint(),
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Opens the stories of a host that runs already, or of one that ends with them. */
export async function openStories(running?: StoryHost): Promise<Stories> {
  const host = running ?? (await startStoryHost());
  const browser = await chromium.connect(host.browser);
  const open = (view: BrowserContextOptions = {}) => openPage(browser, host.url, view);
  const first = await open();
  const list = await first.page.evaluate(() => pageApi().list());
  await first.close();
  return {
    list,
    open,
    async openEmpty() {
      const page = await browser.newPage();
      await page.goto(`${host.url}/nothing`);
      return page;
    },
    async close() {
      await browser.close();
      if ('close' in host) await (host as Awaited<ReturnType<typeof startStoryHost>>).close(); // It is our own.
    },
  };
}

async function openPage(browser: Browser, url: string, view: BrowserContextOptions): Promise<StoryPage> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en',
    timezoneId: 'Europe/Amsterdam',
    ...view,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // The frozen clock is also tried in the frames of mails, where no script may run.
    const ours = message.text().startsWith("Blocked script execution in 'about:blank'");
    if (message.type() === 'error' && !ours) troubles.push(message.text());
  });
  await page.clock.setFixedTime(NOW);
  await page.addInitScript('globalThis.pageApi = () => globalThis.storyPage');
  await page.goto(url);
  await page.waitForFunction(() => 'storyPage' in globalThis);
  const names = await page.evaluate(() =>
    pageApi()
      .list()
      .map(({ of, state }) => `${of} ${state}`),
  );
  let shown = '';
  const show: StoryPage['show'] = async ({ of, state }, look) => {
    troubles.length = 0;
    shown = '';
    const at = names.indexOf(`${of} ${state}`);
    await page.mouse.move(0, 0);
    await page.evaluate(([at, look]) => pageApi().show(at, look), [at, look] as const);
    shown = JSON.stringify([of, state, look]);
  };
  return {
    page,
    troubles,
    show,
    async keepShowing(story, look) {
      if (shown !== JSON.stringify([story.of, story.state, look])) await show(story, look);
    },
    close: () => context.close(),
  };
}
