import type { BrowserContextOptions } from 'playwright-core';
import type { Look } from '../stories/story.ts';
import type { BarrierPage } from './barrier-page.ts';
import { LIGHT } from './judge-picture.ts';
import type { StoryName, StoryPage } from './open-stories.ts';

declare const barrierPage: BarrierPage;

/** One way people look at a page, and what would keep them out of it. */
export interface Way {
  name: string;
  /** The view of the element's pictures without one. */
  view?: BrowserContextOptions;
  look: Look;
  /** Runs in the page. */
  find: () => Promise<string[]> | string[];
  /** What is looked for in the same story when the system chooses the colours. */
  findForced?: () => Promise<string[]> | string[];
  /** Only elements that hosts embed; primitives have the same tokens. */
  elementsOnly?: boolean;
}

const DARK: Look = { theme: 'dark', brandColor: '#111111', locale: 'en' };
/** Dark, in words that show where they come from: elements are looked at in both ways at once. */
export const DARK_PSEUDO: Look = { ...DARK, locale: 'en-XA' };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** 1280 px enlarged four times. */
const ENLARGED = { viewport: { width: 320, height: 640 } };
const SMALLEST = { ...PHONE, ...ENLARGED };

/** Every story as it was pictured, and in the same visit in forced colours; on the smallest screen with a finger, in both directions; elements in dark. */
const ways: readonly Way[] = [
  {
    name: 'in light and in forced colours',
    look: LIGHT,
    find: async () => [...(await barrierPage.audit()), ...barrierPage.smallTargets(24)],
    findForced: async () => [...(await barrierPage.audit('color-contrast')), ...barrierPage.unmarked()],
  },
  {
    name: 'in dark',
    look: DARK_PSEUDO,
    find: () => barrierPage.audit('color-contrast'),
    elementsOnly: true,
  },
  {
    name: 'on 320 px with a finger',
    view: SMALLEST,
    look: LIGHT,
    find: () => [...barrierPage.overflows(), ...barrierPage.smallTargets(44)],
  },
  {
    name: 'from right to left on 320 px with a finger',
    view: SMALLEST,
    look: { ...LIGHT, locale: 'ar' },
    find: () => [...barrierPage.overflows(), ...barrierPage.smallTargets(44)],
  },
];
/** What takes longer and finds little more: primitives in dark, by every rule; a mouse on an enlarged page; a usual phone. */
const furtherWays: readonly Way[] = [
  { name: 'in dark, by every rule', look: DARK, find: () => barrierPage.audit() },
  { name: 'enlarged to 400 %', view: ENLARGED, look: LIGHT, find: () => barrierPage.overflows() },
  { name: 'on a phone', view: PHONE, look: LIGHT, find: () => barrierPage.smallTargets(44) },
];

/** The ways in which a thing is looked at; `full` adds the further ones. */
export function waysFor(of: string, full = false): readonly Way[] {
  const all = full ? [...ways, ...furtherWays] : ways;
  return all.filter(({ elementsOnly }) => !elementsOnly || !of.startsWith('kit-'));
}

/** Shows a story in one way and says what would keep somebody out. */
export async function findBarriers(
  story: StoryName,
  { look, find, findForced }: Way,
  { page, keepShowing }: StoryPage,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'barrierPage' in globalThis))) {
    await page.addScriptTag({ url: '/axe.js' });
    await page.addScriptTag({ url: '/barrier-page.js', type: 'module' });
  }
  await keepShowing(story, look);
  const findings = await page.evaluate(find);
  if (!findForced) return findings;
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await page.evaluate(findForced);
  await page.emulateMedia({ forcedColors: 'none' });
  return [...findings, ...forced.map((finding) => `forced colours: ${finding}`)];
}
