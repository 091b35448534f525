import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { freePort } from '@tabard/testing';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { contractServer } from './test/contract-server.mjs';
import { firefoxLauncher } from './test/firefox-launcher.mjs';
import { reportFiles } from './test/report-files.mjs';
import { serveEmbed } from './test/serve-embed.mjs';
import { serveQuiet } from './test/serve-quiet.mjs';
import { serveTests } from './test/serve-tests.mjs';
import { webkitLauncher } from './test/webkit-launcher.mjs';
import { wireServer } from './test/wire-server.mjs';

const executablePath = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

/** `TEST_BROWSER` says which engine the tests run in. */
const browsers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath, args: ['--no-sandbox', '--disable-setuid-sandbox'] },
      createPage: openFocusedPage,
    }),
  firefox: () => firefoxLauncher(),
  webkit: () => webkitLauncher(),
};
const openBrowser = browsers[process.env.TEST_BROWSER ?? 'chromium'];
if (!openBrowser) throw new Error(`TEST_BROWSER is one of ${Object.keys(browsers).join(', ')}.`);

/** A size that changed within a frame is told in the next one; engines differ in calling that an error of the page. */
const MINOR =
  "addEventListener('error', (event) => /^ResizeObserver loop/.test(event.message) && event.stopImmediatePropagation());";

/** Code comes bit by bit, late on a busy machine; a page at rest waits for what it asked for. */
const ARRIVED = "window.codeArrived = () => fetch('/quiet', { cache: 'no-store' }).catch(() => undefined);";

/** The policy of the strictest host that the embedding contract names. */
const STRICT = [
  "default-src 'none'",
  "script-src 'nonce-page' 'strict-dynamic'",
  "style-src 'self' 'nonce-page'",
  "connect-src 'self' ws:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify',
].join('; ');

// What hosts load is tested as it is built; whoever has just built everything says so.
if (process.env.ALREADY_BUILT !== '1')
  execFileSync(process.execPath, ['build.ts', '--no-budgets'], { cwd: import.meta.dirname });

export default {
  rootDir: '..',
  hostname: 'localhost',
  // Runs in several engines begin side by side.
  port: await freePort(),
  files: ['test/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  // Tests wait more than they compute: three at a time keep two cores busy.
  concurrency: 3,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('./tsconfig.json', import.meta.url).pathname }),
  ],
  middleware: [
    serveQuiet,
    contractServer,
    wireServer,
    serveEmbed,
    serveTests,
    (context, next) => {
      if (/\/(?:strict|one-script)-page\.html$/.test(context.path)) context.set('content-security-policy', STRICT);
      return next();
    },
  ],
  // A library asks for the environment of a bundler; the build answers that at build time.
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><head><title>Portal</title></head><body><script>window.process = { env: { NODE_ENV: 'production' } };${MINOR}${ARRIVED}</script><script type="module" src="${framework}"></script></body></html>`,
  browsers: [openBrowser()],
  testFramework: {
    config: { timeout: 180_000, ...(process.env.TEST_NAMED ? { grep: process.env.TEST_NAMED } : {}) },
  },
  // On a machine that does other things a file with an element in each of its tests is not done in the two minutes of the library, nor
  // is a page open in its thirty seconds.
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  reporters: [defaultReporter(), reportFiles(process.env.TEST_REPORT)],
};

/** A page in a window of its own that believes to have the focus, whatever stands beside it. */
async function openFocusedPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}
