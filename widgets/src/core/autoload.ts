import { defineElement } from './define-element.ts';
import { widgetParts } from './widget.ts';
import { widgetLoaders } from './widget-loaders.ts';

const loading = new Map<string, Promise<void>>();

/** Fetches and defines one element under a prefix; a name that is not an element is left alone. */
export function loadWidget(prefix: string, name: string): Promise<void> {
  const load = Object.hasOwn(widgetLoaders, name) ? widgetLoaders[name as keyof typeof widgetLoaders] : undefined;
  if (!load) return Promise.resolve();
  const tag = `${prefix}-${name}`;
  let pending = loading.get(tag);
  if (!pending) {
    pending = load().then((element) => defineElement(prefix, element));
    // A chunk that failed to arrive may arrive next time.
    pending.catch(() => loading.delete(tag));
    loading.set(tag, pending);
  }
  return pending;
}

/** Loads each element of a prefix when its tag appears in the document, now or later. Returns the way to stop. */
export function autoload(prefix: string, onError: (error: unknown) => void): () => void {
  // What every element begins with travels with the entry: one request less before the first paint.
  for (const part of widgetParts) defineElement(prefix, part);
  const visit = (element: Element): void => {
    if (element.localName.startsWith(`${prefix}-`)) {
      loadWidget(prefix, element.localName.slice(prefix.length + 1)).catch(onError);
    }
  };
  const scan = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*:not(:defined)')) visit(element);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        visit(node);
        scan(node);
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  scan(document);
  return () => observer.disconnect();
}
