import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import { nothing, render, type TemplateResult } from 'lit';
import { defineElement } from '../src/base/define-element.ts';
import { withPrefix } from '../src/base/html.ts';
import type { PrefixedElementClass } from '../src/base/prefixed-element.ts';
import { applyTheme } from '../src/core/compute-theme.ts';
import { focused } from '../src/kit/focus-return.ts';
import { pressKey } from './press-key.ts';
import { settle } from './stories/settle.ts';
import { rest } from './until.ts';

// The library is a script that leaves a global, not a module.
const { axe } = globalThis as unknown as { axe: typeof Axe };
const sheet = new CSSStyleSheet();
/** Where primitives stand; a new one for each test. */
export let place: HTMLElement;

/** Puts primitives on the page; the first one comes back when it is drawn. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it wrote first
export async function put<T extends HTMLElement>(
  parts: readonly PrefixedElementClass[],
  content: () => TemplateResult,
): Promise<T> {
  for (const part of parts) defineElement('kit', part);
  withPrefix('kit', () => render(content(), place));
  await rest();
  return place.firstElementChild as T;
}
/** Presses a key on what has the focus. */
export const press = (key: string, target: EventTarget | null = focused()): Promise<void> => {
  pressKey(target, key);
  return rest();
};
/** One pointer event, as a mouse or a finger makes it. */
export const pointer = (
  type: string,
  target: EventTarget,
  at: { x: number; y: number },
  pointerType = 'mouse',
): void => {
  target.dispatchEvent(
    new PointerEvent(type, {
      pointerType,
      clientX: at.x,
      clientY: at.y,
      pointerId: 1,
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );
};
export const middle = (element: Element): { x: number; y: number } => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its selector finds
export const inside = <T extends HTMLElement>(element: Element, selector: string): T => {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
/** axe finds nothing. */
export async function checkAxe(target: Element = place): Promise<void> {
  await settle(place);
  const { violations } = await axe.run(target, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const report = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map((node) => node.html.slice(0, 120))
        .join(' | ')}`,
  );
  expect(report, report.join('\n')).to.deep.equal([]);
}

/** Gives every test of a file a themed page of its own. */
export function useStage(): void {
  before(() => {
    document.title = 'Portal';
    document.documentElement.lang = 'en';
    applyTheme(sheet, 'kit', { theme: 'light', brandColor: '#2b5fd9' });
    const page = new CSSStyleSheet();
    // The tokens of a session's sheet stand on hosts; here the page itself is the host.
    page.replaceSync(
      [...sheet.cssRules].map((rule) => rule.cssText.replace(':host', 'main')).join('') +
        'body{margin:0}main{font:14px/1.45 sans-serif;padding:16px}',
    );
    document.adoptedStyleSheets = [page];
  });
  beforeEach(() => {
    place = document.createElement('main');
    document.body.append(place);
  });
  afterEach(() => {
    withPrefix('kit', () => render(nothing, place));
    place.remove();
  });
}
