/** Everything that a page holds, written as text; runs in the page. */
export interface PageContents {
  title: string;
  /** The tree with all shadow roots, and the classes of its elements. */
  dom: string;
  /** Rules of every style sheet, and the custom properties in them. */
  styles: string;
  globals: string;
  storage: string;
  /** What was dispatched, posted and opened under a name, as `watchPage` noted it. */
  heard: string;
  history: string;
}

interface Watched extends Window {
  traceNotes?: { notes: string[]; before: ReadonlySet<string> };
}

/** Notes from the first moment on which events a page dispatches, what it posts and which channels it opens; runs in the page. */
export function watchPage(): void {
  const page: Watched = window;
  const notes: string[] = [];
  const seen = new Set<string>();
  const note = (text: string): void => {
    if (seen.has(text)) return;
    seen.add(text);
    notes.push(text);
  };
  const write = (value: unknown): string => {
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  // What it was before, called with the same `this`.
  const dispatchEvent = Reflect.get(EventTarget.prototype, 'dispatchEvent');
  EventTarget.prototype.dispatchEvent = function (event) {
    note(`event ${event.type} ${event.constructor.name} ${write((event as CustomEvent).detail)}`);
    return dispatchEvent.call(this, event);
  };
  for (const kind of [Window, MessagePort, BroadcastChannel] as {
    prototype: { postMessage(...args: unknown[]): void };
  }[]) {
    const postMessage = Reflect.get(kind.prototype, 'postMessage');
    if (typeof postMessage !== 'function') continue;
    kind.prototype.postMessage = function (...args) {
      note(`message ${write(args[0])}`);
      return postMessage.apply(this, args);
    };
  }
  addEventListener('message', ({ data }) => note(`message ${write(data)}`), true);
  page.traceNotes = { notes, before: new Set(Object.getOwnPropertyNames(globalThis)) };
}

/** Reads it all; runs in the page. */
export async function readPage(): Promise<PageContents> {
  const page: Watched = window;
  const parts: string[] = [];
  const sheets: string[] = [];
  const readSheets = (root: Document | ShadowRoot): void => {
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      try {
        sheets.push([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
      } catch {
        // A sheet of another origin is not ours to read.
      }
    }
  };
  const walk = (root: Document | ShadowRoot): void => {
    parts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
    readSheets(root);
    for (const element of root.querySelectorAll('*')) {
      const { constructor } = element;
      if (element.localName.includes('-'))
        parts.push(`class ${constructor.name} ${Object.getOwnPropertyNames(constructor).join()}`);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  const dump = (store: Storage): string => JSON.stringify(Object.fromEntries(Object.entries(store)));
  const databases = await indexedDB.databases().catch(() => []);
  const locks = await navigator.locks.query().catch(() => ({}));
  const before = page.traceNotes?.before ?? new Set();
  const own = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && name !== 'traceNotes');
  const symbols = Object.getOwnPropertySymbols(globalThis).map(String);
  return {
    title: document.title,
    dom: parts.join('\n'),
    styles: sheets.join('\n'),
    globals: [...own, ...symbols].join('\n'),
    storage: [
      dump(localStorage),
      dump(sessionStorage),
      document.cookie,
      JSON.stringify(databases),
      JSON.stringify(locks),
    ].join('\n'),
    heard: page.traceNotes?.notes.join('\n') ?? '',
    history: `${location.href}\n${JSON.stringify(history.state)}\n${performance
      .getEntries()
      .map(({ name }) => name)
      .join('\n')}`,
  };
}
