import { findBrowser } from '@tabard/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sanitiseHtml } from '../../src/sanitise/index.ts';
import { hostilePayloads } from './payloads.ts';

const HOME = 'https://reader.example/';
const ELSEWHERE = 'https://elsewhere.example';
const payloads = hostilePayloads(ELSEWHERE);
/** Documents shown beside one another. */
const AT_ONCE = 200;

let browser: Browser;
beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args });
});
afterAll(() => browser?.close());

/** Cleaned mails that share a frame; what is cleaned to the same is one mail. None is left open, so each is read as if alone. */
const sheets = (mails: readonly string[]) => {
  const all = [...new Set(mails)];
  return Array.from({ length: Math.ceil(all.length / 8) }, (_, sheet) =>
    all.slice(sheet * 8, sheet * 8 + 8).join('\n'),
  );
};

/** Shows each document in a frame without policy and sandbox; gives what ran in it and what it asked for. */
async function show(documents: readonly string[]): Promise<{ scripts: number; loads: string[] }> {
  const page = await browser.newPage();
  const loads: string[] = [];
  await page.route('**/*', (route) => {
    if (route.request().url() === HOME) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    loads.push(route.request().url());
    return route.abort();
  });
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.goto(HOME);
  await page.evaluate(() => {
    const counted = window as Window & { runs?: number; ran?: () => void };
    counted.runs = 0;
    counted.ran = () => void (counted.runs! += 1);
  });
  for (let at = 0; at < documents.length; at += AT_ONCE) await showTogether(page, documents.slice(at, at + AT_ONCE));
  const scripts = await page.evaluate(() => (window as Window & { runs?: number }).runs ?? Number.NaN);
  await page.close();
  return { scripts, loads };
}

async function showTogether(page: Page, documents: readonly string[]): Promise<void> {
  await page.evaluate(async (sources) => {
    const shown = sources.map((source) => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.srcdoc = source;
      document.body.append(frame);
      return { frame, loaded };
    });
    await Promise.all(shown.map(({ loaded }) => loaded));
    // What a load event sets going has its turn before the frames go.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const { frame } of shown) frame.remove();
  }, documents);
}

test('the payloads bite: shown as they are, they run and load', async () => {
  // A part is enough, and some of them leave the page they are shown in.
  const { scripts, loads } = await show(payloads.slice(0, 2 * 68));
  expect(scripts).toBeGreaterThan(25);
  expect(loads.length).toBeGreaterThan(40);
});

test('a cleaned mail runs nothing and loads nothing in a frame that guards against nothing', async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(2400);
  const cleaned = payloads.map((payload) => sanitiseHtml(payload, { allowRemoteImages: false }).html);
  expect(await show(sheets(cleaned))).toEqual({ scripts: 0, loads: [] });
});

test('with pictures allowed only pictures load, and nothing runs', async () => {
  const cleaned = payloads.map((payload) => sanitiseHtml(payload, { allowRemoteImages: true }).html);
  const { scripts, loads } = await show(sheets(cleaned));
  expect(scripts).toBe(0);
  expect(loads.filter((url) => !url.startsWith(`${ELSEWHERE}/`))).toEqual([]);
});
