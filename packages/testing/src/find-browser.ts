import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium to drive: pass both to `playwright-core` or `puppeteer-core` as launch options. */
export interface Browser {
  executablePath: string;
  args: string[];
}

/** What `findBrowser` looks at; the defaults are the running machine. */
export interface BrowserPlaces {
  env?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  /** Where browsers are installed outside the PATH. */
  places?: string[];
  /** Puts the Chromium of the npm package on disk and returns its path. */
  shipped?: () => Promise<string>;
}

/** First the one that has no windows at all: the same engine for a tenth less work. */
const commands = ['chromium-headless-shell', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

const applications: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
};

/** Nothing that phones home, and nothing that needs a display: the run must be the same on a laptop and in a container. */
const quiet = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Containers often have a 64 MB /dev/shm, on which Chromium crashes under load.
  '--disable-dev-shm-usage',
];

/**
 * Finds a Chromium: `CHROME_PATH`, then an installed headless shell, Chrome or Chromium, then the one shipped in npm `@sparticuz/chromium` (Linux x64).
 * Throws with the way out when there is none.
 *
 * @example
 * const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
 */
export async function findBrowser(options: BrowserPlaces = {}): Promise<Browser> {
  const { env = process.env, platform = process.platform, shipped = unpackShipped } = options;
  const { places = applications[platform] ?? [] } = options;
  if (env.CHROME_PATH) {
    if (!isExecutable(env.CHROME_PATH)) {
      throw new Error(`CHROME_PATH points to ${env.CHROME_PATH}, which cannot be executed. Correct it or unset it.`);
    }
    return { executablePath: env.CHROME_PATH, args: browserArgs() };
  }
  const installed = [...commandPlaces(env), ...places].find(isExecutable);
  if (installed) return { executablePath: installed, args: browserArgs() };
  if (platform === 'linux' && process.arch === 'x64') return { executablePath: await shipped(), args: browserArgs() };
  throw new Error('No browser found for the tests. Install Chrome or Chromium, or set CHROME_PATH to its executable.');
}

function browserArgs(): string[] {
  // Chromium refuses its sandbox to root, which is who runs in a container.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : [...quiet];
}

function commandPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function unpackShipped(): Promise<string> {
  // Loaded only here: the package is large and most machines have a browser.
  const { unpackBrowser } = await import('./unpack-browser.ts');
  return unpackBrowser();
}
