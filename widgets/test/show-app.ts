import type { App } from '../src/app/app/app.ts';
import { pages } from '../src/app/app-pages.ts';
import type { CommandPalette } from '../src/kit/command-palette.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { stage, type Staged, type Staging } from './stage.ts';
import { rest, until } from './until.ts';

const open: Staged[] = [];
/** Where apps stand. */
export const place = document.createElement('div');

/** An app on the page, and what it told. */
export interface Shown extends Staged {
  app: App;
  root: ShadowRoot;
  /** What the host heard, by name. */
  heard: [name: string, detail: Record<string, unknown>][];
}

/** Puts an app on the page over a workspace in memory; `early` happens to it before anybody is signed in. */
export async function show(staging: Partial<Staging> = {}, early?: (app: App) => void): Promise<Shown> {
  const staged = stage({ widget: 'app', appearance: { theme: 'light', brandColor: '#2b5fd9' }, ...staging }, place);
  open.push(staged);
  const heard: Shown['heard'] = [];
  for (const name of ['navigate', 'change-route', 'change-theme', 'change-navigation', 'dismiss-onboarding']) {
    staged.element.addEventListener(`acme-${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
  }
  await customElements.whenDefined('acme-app');
  if (early) {
    await (staged.element as App).updateComplete;
    early(staged.element as App);
  }
  // On a busy machine code is on its way for longer than a page looks as if nothing came any more.
  if (!staging.sample?.slow)
    await until(() => {
      // It is given its session when it is there.
      const { session } = staged.element as App;
      return session?.current ?? session?.failure;
    });
  await settle(place);
  const root = staged.element.shadowRoot;
  if (!root) throw new Error('The app has no shadow root.');
  return { ...staged, app: staged.element as App, root, heard };
}

/** All that can be read below. */
export const words = (root: ParentNode): string =>
  [...everyDeep(root)]
    .flatMap(({ childNodes }) => [...childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .map((node) => node.textContent?.trim())
    .filter(Boolean)
    .join(' ');
/** The page in front. */
export const front = (root: ShadowRoot): HTMLElement => findDeep(root, '.page:not([inert])');
/** The entry of the navigation with this word. */
export const entryOf = (root: ShadowRoot, word: string): HTMLElement => {
  const entries = [...root.querySelectorAll<HTMLElement>('nav .entry')];
  const found = entries.find((entry) => entry.querySelector('.words')?.textContent === word);
  if (!found) throw new Error(`No entry says ${word}.`);
  return found;
};
/** What the navigation offers. */
export const entryWords = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll('nav .entry .words')].map((each) => each.textContent ?? '');
/** The palette that is open. */
export const palette = (root: ShadowRoot): { element: CommandPalette; field: HTMLInputElement } => {
  const element = findDeep<CommandPalette>(root, 'acme-command-palette');
  // The pages behind it have comboboxes too.
  return { element, field: findDeep<HTMLInputElement>(element.renderRoot, '[role=combobox]') };
};
/** Writes into the palette and waits for what it finds. */
export async function write(field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  // It asks when typing pauses.
  await rest(300);
}
/** What the palette points at. */
export const activeOption = (field: HTMLInputElement): string => {
  const id = field.getAttribute('aria-activedescendant') ?? '';
  return (field.getRootNode() as ShadowRoot).getElementById(id)?.querySelector('.name')?.textContent ?? '';
};

/** Gives the tests of a file their page, and each of them a clean one. */
export function useApp(): void {
  before(async () => {
    // Here every module is a request of its own: what a page needs is asked for once, before any test waits for it.
    await Promise.all(Object.values(pages).map(({ load }) => load()));
    await Promise.all([
      import('../src/app/app-palette.ts'),
      import('../src/app/help-sheet.ts'),
      import('../src/crm/lead-import/lead-import-wizard.ts'),
      import('../src/core/widget-states.ts'),
      import('../src/outreach/mailbox-list/mailbox-form.ts'),
    ]);
    document.documentElement.lang = 'en';
    document.title = 'Portal';
    const style = new CSSStyleSheet();
    style.replaceSync('body{margin:0;font-family:sans-serif}');
    document.adoptedStyleSheets = [style];
    document.body.append(place);
  });
  afterEach(() => {
    for (const { element, instance } of open.splice(0)) {
      element.remove();
      instance.destroy();
    }
    place.style.removeProperty('inline-size');
  });
}
