import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '@tabard/testing';
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
  /** Takes the screen on which a step failed. */
  failurePicture(name: string): Promise<void>;
  close(): Promise<void>;
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
    async failurePicture(name) {
      await page.screenshot({ path: join(folder, `failed-${name.replaceAll(/\W+/g, '-')}.png`) });
    },
    close: () => browser.close(),
  };
}
