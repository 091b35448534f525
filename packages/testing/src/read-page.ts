import { chromium } from 'playwright-core';
import type { Browser } from './find-browser.ts';

/** Opens a page in a browser that was found and reads what is on it. */
export async function readPage(found: Browser): Promise<string | null> {
  const browser = await chromium.launch({ ...found, headless: true });
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>ready</h1>');
    return await page.textContent('h1');
  } finally {
    await browser.close();
  }
}
