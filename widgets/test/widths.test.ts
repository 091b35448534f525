import { expect } from '@open-wc/testing';
import { permissions } from '@tabard/contract/permissions';
import { settle } from './stories/settle.ts';
import { front, place, show, useApp } from './show-app.ts';
import { until } from './until.ts';

useApp();

const CONTROLS = 'button, a[href], input, select, textarea, summary';

/** All that is not on a page behind, through shadow roots. */
function* shown(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('[inert]')) continue;
    yield element;
    if (element.shadowRoot) yield* shown(element.shadowRoot);
  }
}

/** An element and what it stands in, through shadow roots. */
function* around(element: Element): Generator<Element> {
  for (let at: Element | null = element; at;) {
    yield at;
    const root: Node = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
}

/** Whether somebody is meant to see it and may press it. */
function isOffered(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    element.matches(CONTROLS) &&
    width > 1 &&
    height > 1 &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    ![...around(element)].some((one) => one.matches('[aria-hidden="true"], .visually-hidden, .skip, :disabled'))
  );
}

/** What a press would meet, through shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  const seen = new Set<Element>();
  while (found?.shadowRoot && !seen.has(found)) {
    seen.add(found);
    found = found.shadowRoot.elementFromPoint(x, y) ?? found;
  }
  return found;
}

/** What keeps somebody from pressing it; empty when nothing does. */
function trouble(control: Element, block: ScrollLogicalPosition): string {
  control.scrollIntoView({ block, inline: 'nearest' });
  const { left, right, top, bottom } = control.getBoundingClientRect();
  // What is modal has the whole window.
  const modal = [...around(control)].some((one) => one.matches(':modal'));
  const box = modal ? document.documentElement.getBoundingClientRect() : place.getBoundingClientRect();
  if (left < box.left - 1 || right > box.right + 1) return 'outside';
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const hit = elementAt((left + right) / 2, y);
  if (!hit) return 'outside';
  // Words in a slot belong to the element around the control, or to one around that.
  const hosts = [...around(control)].filter((one) => one.shadowRoot).slice(0, 2);
  const reached = hosts.includes(hit) || [...around(hit)].includes(control);
  const label = [...around(control)].find((one) => one.matches('label, .card'));
  return reached || (label && [...around(hit)].includes(label)) ? '' : `covered by ${hit.localName}.${hit.className}`;
}

const nameOf = (control: Element): string =>
  `${control.localName}.${control.classList.value} ${(control.getAttribute('aria-label') ?? control.textContent).trim().slice(0, 40)}`;

const PAGES = [
  '/',
  '/get-started',
  '/campaigns',
  '/campaigns/new',
  '/campaigns/cmp_0',
  '/inbox',
  '/inbox/cnv_0',
  '/leads',
  '/leads/lea_000002',
  '/leads/import',
  '/board',
  '/analytics',
  '/templates',
  '/templates/tpl_0',
  '/mailboxes',
  '/mailboxes/new',
  '/members',
  '/roles',
  '/organizations',
  '/api-keys',
  '/audit-log',
  '/brand',
  '/domains',
  '/account',
];

/** Names of things, column heads and what stands on controls: whatever else is shortened, these stand whole. */
const WHOLE = '.line .strong, .head .cut, .badge, .figure .name, h1, h2, h3, button, .entry .words';

/** Words that end before they are said. */
const cutWords = (all: Element[]): string[] =>
  all
    .filter((one) => one.matches(WHOLE) && one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    // What is only heard has a box of one pixel.
    .filter((one) => one.clientWidth > 2 && getComputedStyle(one).overflowX !== 'visible')
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${nameOf(one)}: cut`);

describe('every control of a page can be seen and pressed', () => {
  for (const [what, width, height, locale] of [
    ['a tablet', 768, 600, 'en'],
    ['a phone', 390, 600, 'en'],
    ['a screen at twice the size', 720, 450, 'en'],
    ['a tablet, in longer words', 768, 600, 'de'],
    ['a phone, in longer words', 390, 600, 'de'],
    ['a screen at twice the size, in longer words', 720, 450, 'de'],
  ] as const)
    it(`on ${what}; names, heads and what stands on controls are whole`, async () => {
      place.style.inlineSize = `${width}px`;
      const { app, root } = await show({ locale, sample: { permissions: [...permissions], hasAccount: true } });
      app.style.blockSize = `${height}px`;
      const found: Record<string, unknown> = {};
      for (const path of PAGES) {
        app.route = path;
        await app.updateComplete;
        const page = front(root);
        await settle(page);
        const look = () => {
          const all = [...shown(root)];
          const modal = all.findLast((one) => one.matches('dialog:modal'));
          return { all, offered: all.filter((one) => isOffered(one) && (!modal || [...around(one)].includes(modal))) };
        };
        // Code that is still on its way changes nothing, and so looks as if all had come.
        await until(() => look().offered.length > 0);
        await settle(page);
        const { all, offered } = look();
        const bad = offered.flatMap((control) => {
          // At the edge of a list a scrollbar may lie over it; a little further it does not.
          const why = trouble(control, 'nearest') && trouble(control, 'center');
          return why ? [`${nameOf(control)}: ${why}`] : [];
        });
        bad.push(...cutWords(all));
        for (const one of all.filter((each) => each.matches('.scroll[part=scroll]')))
          if (one.scrollWidth > one.clientWidth + 1) bad.push('a table is wider than its room');
        if (page.scrollWidth > page.clientWidth + 1) bad.push('the page is wider than its room');
        if (bad.length > 0) found[path] = bad;
      }
      expect(found).to.deep.equal({});
    });
});
