import type { Page } from 'playwright-core';

/** What has the focus, as a person sees and hears it. */
interface Focused {
  /** Its name and what it is, such as `button`. */
  name: string;
  kind: string;
  /** Whether it is in the window, with something around it that shows where the keys go. */
  seen: boolean;
}

/** Hands that have a keyboard and nothing else. */
export interface Hands {
  /** Presses keys one after another. */
  press(...keys: string[]): Promise<void>;
  /** Writes where the focus is. */
  write(text: string): Promise<void>;
  /** Goes on by Tab until something of that name has the focus, back with `back`. */
  goTo(name: string | RegExp, options?: { back?: boolean; kind?: string }): Promise<void>;
  /** What has the focus now. */
  focused(): Promise<Focused>;
  /** Stops of the Tab key that nobody could see. */
  readonly unseen: ReadonlySet<string>;
}

/** More stops than any page has. */
const most = 150;

/** Hands on a page. */
export function handsOn(page: Page): Hands {
  const { keyboard } = page;
  const unseen = new Set<string>();
  const hands: Hands = {
    unseen,
    async press(...keys) {
      for (const key of keys) await keyboard.press(key);
    },
    write: (text) => keyboard.type(text),
    focused: () => page.evaluate(lookAtFocus),
    async goTo(name, { back = false, kind } = {}) {
      const passed: string[] = [];
      for (let at = 0; at < most; at++) {
        await keyboard.press(back ? 'Shift+Tab' : 'Tab');
        const now = await hands.focused();
        passed.push(now.name);
        // After the last stop of a page comes the browser itself.
        if (!now.seen && now.kind !== 'nothing') unseen.add(`${now.kind} ${now.name}`);
        const fits = typeof name === 'string' ? now.name === name : name.test(now.name);
        if (fits && (kind === undefined || now.kind === kind)) return;
      }
      throw new Error(`The Tab key never came to ${String(name)}. It passed ${[...new Set(passed)].join(' | ')}.`);
    },
  };
  return hands;
}

/** Runs in the page. */
function lookAtFocus(): Focused {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return { name: '', kind: 'nothing', seen: false };
  const root = at.getRootNode();
  const host = root instanceof ShadowRoot && root.host instanceof HTMLElement ? root.host : null;
  const labels = 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])] : []; // of a form's control
  const labelledBy = root instanceof ShadowRoot && root.getElementById(at.getAttribute('aria-labelledby') ?? '');
  const name = [
    at.getAttribute('aria-label'),
    labels.map((label) => label.innerText).join(' '),
    labelledBy && labelledBy.innerText,
    at.innerText,
    at.title,
    at instanceof HTMLButtonElement && host?.innerText,
  ].find(Boolean);
  const { right, bottom, left, top, width, height } = at.getBoundingClientRect();
  const inWindow = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const rings = (box: Element, part?: string): boolean => {
    const { outlineStyle, outlineWidth, boxShadow, borderStyle, content } = getComputedStyle(box, part);
    const drawn = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return part ? content !== 'none' && (drawn || borderStyle === 'solid') : drawn;
  };
  // A field is drawn by the box around it.
  let ring = rings(at, '::after');
  for (let box: Element | null = at, level = 0; box && level < 4 && !ring; level++) {
    ring = rings(box);
    const around = box.getRootNode();
    box = box.parentElement ?? (around instanceof ShadowRoot ? around.host : null);
  }
  return {
    name: (name || '').trim().replaceAll(/\s+/g, ' '),
    kind: at.getAttribute('role') ?? at.localName,
    seen: inWindow && (ring || at.localName === 'iframe'),
  };
}
