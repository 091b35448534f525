import type { App } from './app/app.ts';
import { pageNames, pages, seenPages } from './app-pages.ts';

/** How long `g` waits for its letter, ms. */
const PAUSE = 1200;
const WRITING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

const isWriting = (event: KeyboardEvent): boolean => {
  const at = event.composedPath()[0];
  return at instanceof Element && at.matches(WRITING);
};

/** The keys of the app. Single letters are heard while the focus is inside it or nowhere, so the keys of a host's own parts stay the host's. */
export class AppKeys {
  readonly #app: App;
  #going = 0;
  /** Ends what hears keys beside everything, once its code is there. */
  #hearing: Promise<() => void> | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  start(): void {
    document.addEventListener('keydown', this.#onAhead, true);
    document.addEventListener('keydown', this.#onPage);
    this.#app.addEventListener('keydown', this.#onInside);
    const app = this.#app;
    this.#hearing = import('../base/page-keys.ts').then(({ hearPageKeys }) =>
      hearPageKeys(app, () => (app.shortcuts === 'page' ? app.shownElement : null)),
    );
    this.#hearing.catch(() => undefined);
  }

  stop(): void {
    document.removeEventListener('keydown', this.#onAhead, true);
    document.removeEventListener('keydown', this.#onPage);
    this.#app.removeEventListener('keydown', this.#onInside);
    void this.#hearing?.then((stop) => stop());
  }

  /** Fast hands write before the palette's code is there: nothing of it is lost, and nothing of it means anything else. */
  readonly #onAhead = (event: KeyboardEvent): void => {
    const { overlays } = this.#app;
    if (overlays.ahead === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) overlays.ahead += event.key;
    else if (event.key === 'Backspace') overlays.ahead = overlays.ahead.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onPage = (event: KeyboardEvent): void => {
    const app = this.#app;
    const wanted =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    if (!wanted || event.defaultPrevented || app.shortcuts === 'off' || !app.session?.current) return;
    if (app.shortcuts === 'inside' && !event.composedPath().includes(app)) return;
    event.preventDefault();
    void app.overlays.open('palette');
  };

  readonly #onInside = (event: KeyboardEvent): void => {
    const app = this.#app;
    const { session } = app;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event)) return;
    if (
      app.shortcuts === 'off' ||
      !session?.current ||
      event.composedPath().some((at) => at instanceof HTMLDialogElement)
    )
      return;
    const going = Date.now() - this.#going < PAUSE;
    this.#going = 0;
    const page = going ? seenPages(session).find((name) => pages[name].key === event.key) : undefined;
    if (page) app.go(app.stack.pathOfEntry(page));
    else if (event.key === 'g') this.#going = Date.now();
    else if (event.key === '?') void app.overlays.open('help');
    else if (event.key === '[') app.foldNavigation();
    else return;
    event.preventDefault();
    // A letter that was the second of two means nothing to the page below.
    event.stopPropagation();
  };
}

/** The keys that the help shows, with what they do for the pages there are. */
export const pageKeys = (): { page: (typeof pageNames)[number]; keys: string[] }[] =>
  pageNames.filter((name) => pages[name].key).map((page) => ({ page, keys: ['G', pages[page].key.toUpperCase()] }));

/** The modifier people press on this device, as it is printed on the key. */
export const modifierKey = (): string => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl');
