import type * as embed from './embed.ts';

/** What the build fills in: where the versioned files are, seen from the loader, and the file of each element. */
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

if (prefix) {
  const tags = Object.keys(EMBED_ELEMENTS).map((name) => `${prefix}-${name}`);
  // Room for what is about to come, so that nothing jumps.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:is(${tags.join()}):not(:defined){display:block;min-block-size:var(--${prefix}-reserved-size,320px)}`,
  );
  document.adoptedStyleSheets.push(sheet);
  const names = new Set(Array.from(document.querySelectorAll(tags.join()), ({ localName }) => localName));
  for (const name of names) {
    // The runtime asks for it again and says so where it cannot be had.
    void fetchFile(EMBED_ELEMENTS[name.slice(prefix.length + 1)] ?? 'runtime.js').catch(() => undefined);
  }
}

const runtime = await fetchRuntime();
if (prefix) runtime.start(prefix);

export const { followAddress, init, isSupported, start } = runtime;
