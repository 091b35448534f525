import { noteLost } from './note-lost.ts';

/** Pauses before code that did not arrive is asked for again; it is asked for at once when the browser is online again. */
const AGAIN_MS = [1000, 3000, 9000, 27_000];

interface Loading {
  load: () => Promise<void>;
  /** Tags of a prefix that wait for their code. */
  tags: (prefix: string) => ReadonlySet<string>;
}

/**
 * Tries again until the code of an element is there, nobody waits for it any more, or patience ends. From the second failure on
 * the place of the element says so.
 */
export async function loadAgain(prefix: string, tag: string, { load, tags }: Loading): Promise<void> {
  let note: CSSStyleSheet | undefined;
  for (const pause of AGAIN_MS) {
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        removeEventListener('online', go);
        resolve();
      };
      const timer = setTimeout(go, pause);
      addEventListener('online', go);
    });
    const settled =
      !tags(prefix).has(tag) ||
      (await load().then(
        () => true,
        () => false,
      ));
    if (settled) {
      if (note) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== note);
      return;
    }
    note ??= noteLost(prefix, tag);
  }
}
