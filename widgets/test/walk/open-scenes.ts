import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findBrowser } from '@tabard/testing';
import { build, type Plugin } from 'esbuild';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Look, Scene } from '../scenes/scene.ts';
import type { SceneDoor } from './scene-page.ts';

export type SceneName = Pick<Scene, 'of' | 'state'>;

/** A page that shows one scene at a time. */
export interface ScenePage {
  page: Page;
  /** Errors of the page since the last scene came. */
  troubles: string[];
  show(scene: SceneName, look: Look): Promise<void>;
}

/** All scenes, bundled, served and ready to be shown in a browser. */
export interface Scenes {
  list: readonly SceneName[];
  browser: Browser;
  open(view?: BrowserContextOptions): Promise<ScenePage>;
  close(): Promise<void>;
}

/** The moment at which all scenes take place. */
const NOW = new Date('2026-03-12T10:24:00Z');
const FONTS = {
  '/latin.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  '/latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  '/mono.woff2': '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2',
  '/arabic.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  '/arabic-strong.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2',
};
/** The same letters on every machine: fonts come with the tests, for what is monospaced under a name that the theme asks for. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Portal</title>
<style>
@font-face{font-family:Inter;src:url(/latin.woff2);font-weight:100 900}
@font-face{font-family:Inter;src:url(/latin-ext.woff2);font-weight:100 900;unicode-range:U+0100-02BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB}
@font-face{font-family:SFMono-Regular;src:url(/mono.woff2)}
@font-face{font-family:"Noto Sans Arabic";src:url(/arabic.woff2);font-weight:400}
@font-face{font-family:"Noto Sans Arabic";src:url(/arabic-strong.woff2);font-weight:600}
</style><body><main></main><script type="module" src="/scenes.js"></script>`;

/** Opens a browser on all scenes; `close` ends it. */
export async function openScenes(): Promise<Scenes> {
  const server = await serve(await bundle());
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--no-sandbox', '--font-render-hinting=slight', '--disable-lcd-text', '--force-color-profile=srgb'],
  });
  const open = (view: BrowserContextOptions = {}) => openPage(browser, `http://127.0.0.1:${port}/`, view);
  const first = await open();
  const list = await first.page.evaluate(() => door().list());
  await first.page.context().close();
  return {
    list,
    browser,
    open,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

declare global {
  /** Put into each page before its own script. */
  function door(): SceneDoor;
}

async function openPage(browser: Browser, url: string, view: BrowserContextOptions): Promise<ScenePage> {
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
  await page.addInitScript('globalThis.door = () => globalThis.sceneDoor');
  await page.goto(url);
  await page.waitForFunction(() => 'sceneDoor' in globalThis);
  const names = await page.evaluate(() =>
    door()
      .list()
      .map(({ of, state }) => `${of} ${state}`),
  );
  return {
    page,
    troubles,
    async show({ of, state }, look) {
      troubles.length = 0;
      const at = names.indexOf(`${of} ${state}`);
      await page.mouse.move(0, 0);
      await page.evaluate(([at, look]) => door().show(at, look), [at, look] as const);
    },
  };
}

/** Bundles the scenes with what they show, and the pseudo-locale in front of the catalogue. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'scene-page.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: join(import.meta.dirname, '../../tsconfig.json'),
    plugins: [pseudoLocale],
  });
  return outputFiles[0]?.text ?? '';
}

const pseudoLocale: Plugin = {
  name: 'pseudo-locale',
  setup(builder) {
    const path = join(import.meta.dirname, 'pseudo-words.ts');
    builder.onResolve({ filter: /^@lit\/localize$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
};

async function serve(script: string): Promise<Server> {
  const { resolve } = createRequire(import.meta.url);
  const files = new Map<string, [type: string, body: string | Buffer]>([
    ['/', ['text/html', PAGE]],
    ['/scenes.js', ['text/javascript', script]],
  ]);
  for (const [path, name] of Object.entries(FONTS)) files.set(path, ['font/woff2', await readFile(resolve(name))]);
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    if (file) response.setHeader('content-type', file[0]).end(file[1]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
