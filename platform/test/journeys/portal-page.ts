import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '@tabard/testing';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Where pictures go; ignored by git. */
const folder = join(import.meta.dirname, '../../../.pictures/journey');

/** A browser with the portal in it, watched for anything that should not happen. */
export interface PortalPage {
  page: Page;
  /** Reports of the content security policy, script errors, pages that differ from what their server rendered, and answers of the platform that say it failed. */
  troubles: string[];
  /** Takes the screen as it is: desktop and phone, light and dark. */
  picture(name: string): Promise<void>;
  /** What keeps people out of the page as it is, in light and in dark, by the rules of WCAG 2.2 AA. */
  barriers(): Promise<string[]>;
  /** Takes the screen on which a step failed. */
  failurePicture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Whoever sets a new installation up. */
export interface FirstPerson {
  name?: string;
  email: string;
  password: string;
}

/** Fills in the page on which the first person of a new installation begins. */
export async function fillSetup(page: Page, { name = 'Ada Berg', email, password }: FirstPerson): Promise<void> {
  await page.getByLabel('Company').fill('Harbour Freight');
  await page.getByLabel('Postal address').fill('1 Quay Street, Hull');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
}

/** Opens a browser window on a page. */
export async function openPortal(url: string): Promise<PortalPage> {
  const { executablePath, args } = await findBrowser();
  const browser: Browser = await chromium.launch({ executablePath, args });
  // A context of its own has further tabs of the same person.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript|[Hh]ydrat/.test(message.text()))
      troubles.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  await mkdir(folder, { recursive: true });
  return {
    page,
    troubles,
    async picture(name) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const [kind, width, height] of [
          ['desktop', 1440, 900],
          ['phone', 390, 844],
        ] as const) {
          await page.setViewportSize({ width, height });
          await page.waitForTimeout(250);
          await page.screenshot({ path: join(folder, `${name}-${kind}-${colorScheme}.png`) });
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1440, height: 900 });
    },
    async barriers() {
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // Not by a script element: the page's policy allows its own script only.
        await page.evaluate(axe.source);
        found.push(...(await page.evaluate(lookForBarriers)).map((each) => `${colorScheme}: ${each}`));
      }
      await page.emulateMedia({ colorScheme: 'light' });
      return found;
    },
    async failurePicture(name) {
      await page.screenshot({ path: join(folder, `failed-${name.replaceAll(/\W+/g, '-')}.png`) });
    },
    close: () => browser.close(),
  };
}

/** Runs in the page. */
async function lookForBarriers(): Promise<string[]> {
  const { axe: rules } = globalThis as unknown as { axe: typeof axe }; // put there a moment ago
  const { violations } = await rules.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}
