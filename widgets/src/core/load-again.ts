import { awaitedTags, loadWidget } from './autoload.ts';
import { noteLost } from './note-lost.ts';

/** Pauses before code that did not arrive is asked for again; it is asked for at once when the browser is online again. */
const AGAIN_MS = [1000, 3000, 9000, 27_000];

/**
 * Tries again until the code of an element is there, nobody waits for it any more, or patience ends. From the second failure on
 * the place of the element says so.
 */
export async function loadAgain(prefix: string, name: string): Promise<void> {
  const tag = `${prefix}-${name}`;
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
      !awaitedTags(prefix).has(tag) ||
      (await loadWidget(prefix, name).then(
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
