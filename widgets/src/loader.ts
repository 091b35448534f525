import type { init as begin } from './core/init.ts';
import type * as embed from './embed.ts';

/** What the build fills in: where the versioned files are, seen from the loader, and the files each element is made of. */
declare const EMBED_FOLDER: string;
declare const EMBED_ELEMENTS: Readonly<Record<string, string>>;

/**
 * The one script of a page, small and always fresh: fetches the runtime of its version, which never changes, and beside it the elements
 * that stand in the page already. `…/embed/v1.js?prefix=acme` says which tags are meant.
 */
const address = new URL(import.meta.url);
const prefix = address.searchParams.get('prefix');
const fetchFile = (file: string): Promise<typeof embed> =>
  import(/* @vite-ignore */ new URL(EMBED_FOLDER + file, address).href);

async function fetchRuntime(): Promise<typeof embed> {
  try {
    return await fetchFile('runtime.js');
  } catch (error) {
    // A copy of this file may be older than the release it points to: the fresh one knows where the files are now.
    if (address.searchParams.has('again')) throw error;
    address.searchParams.set('again', String(Date.now()));
    return import(/* @vite-ignore */ address.href);
  }
}

const elements = EMBED_ELEMENTS;
/** A selector of what of a prefix stands in the page and waits for its code. */
const awaited = (of: string): string =>
  `:is(${Object.keys(elements)
    .map((name) => `${of}-${name}`)
    .join()}):not(:defined)`;

/** Fetches all files of the elements that stand in the page, at once: none waits until another one has named it. */
function fetchElements(of: string): void {
  for (const { localName } of document.querySelectorAll(awaited(of))) {
    // The runtime asks for them again and says so where one cannot be had.
    for (const file of elements[localName.slice(of.length + 1)]?.split(' ') ?? [])
      void fetchFile(`${file}.js`).catch(() => undefined);
  }
}

if (prefix) {
  // Room for what is about to come, so that nothing jumps.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${awaited(prefix)}{display:block;min-block-size:var(--${prefix}-reserved-size,320px)}${prefix}-app:not(:defined){min-block-size:100dvh;background:linear-gradient(90deg,#8881 216px,#0000 0)}${prefix}-app:not(:defined):dir(rtl){background:linear-gradient(270deg,#8881 216px,#0000 0)}`,
  );
  document.adoptedStyleSheets.push(sheet);
  fetchElements(prefix);
}

const runtime = await fetchRuntime();
if (prefix) runtime.start(prefix);

export const init: typeof begin = (options) => {
  const instance = runtime.init(options);
  fetchElements(instance.prefix);
  return instance;
};
export const { followAddress, isSupported, start } = runtime;
