import type Axe from 'axe-core';
import { everyDeep } from '../stories/find-deep.ts';

// The library is a script that leaves a global, not a module.
declare const axe: typeof Axe;

/** What a page is asked for: findings in words, empty when nobody is kept out. */
export interface BarrierPage {
  /** Rules of WCAG 2.2 A and AA and of good practice, by axe; or only the one that is named. */
  audit(rule?: string): Promise<string[]>;
  /** Controls whose target is smaller than this many px either way. */
  smallTargets(least: number): string[];
  /** In the colours of the system: controls that nothing marks out, fields without an edge, focus that is not seen. */
  unmarked(): string[];
  /** What reaches over the edge of the window or is cut off in it, for readers who enlarge the page. */
  overflows(): string[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTROLS =
  'button,a[href],input:not([type=hidden]),select,textarea,summary,[role=button],[role=tab],[role=menuitem],[role=option],[role=switch],[tabindex="0"]';

const describe = (element: Element): string => {
  const label = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40);
  const host = (element.getRootNode() as ShadowRoot).host?.localName ?? ''; // The page itself has no host.
  return `${host} ${element.localName}${[...element.classList].map((name) => `.${name}`).join('')} "${label ?? ''}"`;
};

const pageApi: BarrierPage = {
  async audit(rule) {
    const { violations } = await axe.run(document.querySelector('main') ?? document, {
      runOnly: rule ? [rule] : TAGS,
      // An element is a part of somebody's page: landmarks and the first heading are the page's own.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 140)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`),
    );
  },
  smallTargets: (least) => [...reachableControls()].flatMap((control) => judgeTarget(control, least)),
  unmarked: () => [...reachableControls()].flatMap(judgeMarks),
  overflows() {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    for (const control of reachableControls()) {
      const { left, right } = control.getBoundingClientRect();
      if ((left < -1 || right > clientWidth + 1) && !scrollsSideways(control))
        found.push(`${describe(control)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
    }
    return found;
  },
};
Object.assign(globalThis, { barrierPage: pageApi });

/** Controls that can be seen and used: not hidden, not disabled, not behind a modal dialog. */
function* reachableControls(): Generator<HTMLElement> {
  const everything = [...everyDeep(document.body)];
  const modal = everything.findLast((element) => element.matches('dialog:modal'));
  const inFront = modal ? new Set(composedBelow(modal)) : null;
  for (const element of everything) {
    if (!(element instanceof HTMLElement) || !element.matches(CONTROLS) || element.matches(':disabled')) continue;
    if (element.shadowRoot || (inFront && !inFront.has(element))) continue;
    if (element.checkVisibility({ opacityProperty: false, visibilityProperty: true })) yield element;
  }
}

/** Everything that is shown inside an element: its shadow, what is slotted into it, what stands in it. */
function* composedBelow(root: Element): Generator<Element> {
  yield root;
  const children = root instanceof HTMLSlotElement ? root.assignedElements() : [];
  const own = root.shadowRoot ? root.shadowRoot.children : root.children;
  for (const child of [...children, ...own]) yield* composedBelow(child);
}

const FIELDS = 'input:not([type=checkbox],[type=radio],[type=file],[type=range]),select,textarea';

/** Where a page's own colours are gone, only edges, outlines and letters are left to see a control and its focus by. */
function judgeMarks(control: HTMLElement): string[] {
  const found: string[] = [];
  if (control.matches(FIELDS) && !hasEdge(control)) found.push(`${describe(control)} has no edge`);
  control.focus({ preventScroll: true });
  // A keyboard may have reached something else that the focus was passed on to.
  if (control.matches(':focus-visible') && !showsFocus(control)) found.push(`${describe(control)} hides its focus`);
  return found;
}

/** A frame of its own or of the field that it is the text of. */
function hasEdge(control: HTMLElement): boolean {
  for (let above: Element | null = control, steps = 0; above && steps < 4; above = parentOf(above), steps++) {
    const { borderBlockEndWidth, borderBlockEndStyle, outlineStyle } = getComputedStyle(above);
    if ((borderBlockEndStyle !== 'none' && parseFloat(borderBlockEndWidth) > 0) || outlineStyle !== 'none') return true;
  }
  return false;
}

/** An outline around it or around what it stands in, or an edge that is drawn over it. */
function showsFocus(control: HTMLElement): boolean {
  for (let above: Element | null = control, steps = 0; above && steps < 5; above = parentOf(above), steps++) {
    const { outlineStyle, outlineWidth } = getComputedStyle(above);
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) return true;
  }
  return ['::before', '::after'].some((pseudo) => {
    const { content, borderBlockEndWidth, opacity, outlineStyle } = getComputedStyle(control, pseudo);
    return content !== 'none' && opacity !== '0' && (parseFloat(borderBlockEndWidth) > 0 || outlineStyle !== 'none');
  });
}

/** The place where a pointer has to go: a box to tick is as large as its label, a field as its frame. */
function targetOf(control: HTMLElement): HTMLElement {
  return (control instanceof HTMLInputElement && control.closest<HTMLElement>('label')) || control;
}

function judgeTarget(control: HTMLElement, least: number): string[] {
  const target = targetOf(control);
  const style = getComputedStyle(target);
  // Some links are for the keyboard alone until it reaches them.
  if (style.pointerEvents === 'none') return [];
  if (target.getBoundingClientRect().height < least) target.scrollIntoView({ block: 'center', inline: 'center' });
  const box = target.getBoundingClientRect();
  // Links and words inside a sentence are as high as the sentence; so the rule says.
  if (style.display === 'inline' || box.width < 2) return [];
  const [width, height] = [box.width + 0.5, box.height + 0.5];
  if (width >= least && height >= least) return [];
  if (reachesBeyond(target, box, least)) return [];
  return [`${describe(control)} is ${Math.round(box.width)} × ${Math.round(box.height)}`];
}

/** Whether a larger invisible target lies around a small one: points at the wanted distance still hit it, or something covers it all. */
function reachesBeyond(target: HTMLElement, box: DOMRect, least: number): boolean {
  const root = target.getRootNode() as ShadowRoot | Document; // Both know what is at a point.
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const [across, along] = [Math.max(box.width, least) / 2 - 1, Math.max(box.height, least) / 2 - 1];
  const isHit = (left: number, top: number): boolean => target.contains(root.elementFromPoint(left, top));
  if (!isHit(x, y)) return true;
  return isHit(x - across, y) && isHit(x + across, y) && isHit(x, y - along) && isHit(x, y + along);
}

/** Inside a part that is meant to be scrolled sideways, such as a table or a row of tabs. */
function scrollsSideways(element: Element): boolean {
  for (let above: Element | null = element; above; above = parentOf(above)) {
    if (/auto|scroll/.test(getComputedStyle(above).overflowX)) return true;
  }
  return false;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
