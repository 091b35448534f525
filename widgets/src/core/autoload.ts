import { defineElement } from '../base/define-element.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import { Skeleton } from '../kit/skeleton.ts';
import { widgetLoaders } from './widget-loaders.ts';

const loading = new Map<string, Promise<void>>();
/** Everything of ours that may stand in a page by its tag. */
const loaders = new Map<string, () => Promise<object>>(Object.entries(widgetLoaders));

/** Lets an element be found by its tag that is none of the widgets: `load` gives the module that exports its class. */
export function addLoader(name: string, load: () => Promise<object>): void {
  loaders.set(name, load);
}

/** The class of an element among what its module exports. */
const classOf = (module: object, name: string): PrefixedElementClass =>
  Object.values(module).find(({ tag }) => tag === name) as PrefixedElementClass; // what is loaded by a name exports it

/** Fetches and defines one element under a prefix; a name that is not an element is left alone. */
export function loadWidget(prefix: string, name: string): Promise<void> {
  const load = loaders.get(name);
  if (!load) return Promise.resolve();
  const tag = `${prefix}-${name}`;
  let pending = loading.get(tag);
  if (!pending) {
    pending = load().then((module) => defineElement(prefix, classOf(module, name)));
    // A chunk that failed to arrive may arrive next time.
    pending.catch(() => loading.delete(tag));
    loading.set(tag, pending);
  }
  return pending;
}

interface Watch {
  observer: MutationObserver;
  /** How many instances want it. */
  users: number;
  failed: Set<(error: unknown) => void>;
  find: (root: ParentNode) => void;
}

const watches = new Map<string, Watch>();

function watch(prefix: string): Watch {
  // What every element begins with travels with the entry: one request less before the first paint.
  defineElement(prefix, Skeleton);
  const failed: Watch['failed'] = new Set();
  const lost = new Set<string>();
  const visit = (element: Element): void => {
    if (!element.localName.startsWith(`${prefix}-`)) return;
    const tag = element.localName;
    const name = tag.slice(prefix.length + 1);
    loadWidget(prefix, name).catch((error: unknown) => {
      for (const tell of failed) tell(error);
      if (lost.has(name)) return;
      lost.add(name);
      void import('./load-again.ts')
        .then(({ loadAgain }) => loadAgain(prefix, tag, { load: () => loadWidget(prefix, name), tags: awaitedTags }))
        // Without that either, there is no connection.
        .catch(() => addEventListener('online', () => find(document), { once: true }))
        .finally(() => lost.delete(name));
    });
  };
  const find = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*:not(:defined)')) visit(element);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        visit(node);
        find(node);
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  find(document);
  return { observer, users: 0, failed, find };
}

export interface Autoload {
  /** Looks into a shadow root of the host's as well, now and later. */
  observe: (root: ShadowRoot) => void;
  stop: () => void;
}

/** Loads each element of a prefix when its tag appears in the document, now or later. Several instances share one watch. */
export function autoload(prefix: string, onError: (error: unknown) => void): Autoload {
  let watched = watches.get(prefix);
  if (!watched) watches.set(prefix, (watched = watch(prefix)));
  const { observer, failed, find } = watched;
  watched.users++;
  failed.add(onError);
  return {
    observe: (root) => {
      observer.observe(root, { childList: true, subtree: true });
      find(root);
    },
    stop: () => {
      if (!failed.delete(onError) || --watched.users > 0) return;
      observer.disconnect();
      watches.delete(prefix);
    },
  };
}

/** Tags of a prefix that stand on the page while their code is on its way. */
export function awaitedTags(prefix: string): Set<string> {
  return new Set(
    [...document.querySelectorAll('*:not(:defined)')]
      .map(({ localName }) => localName)
      .filter((name) => name.startsWith(`${prefix}-`) && loaders.has(name.slice(prefix.length + 1))),
  );
}

/** Resolves once every element of a prefix that is on the page now can be used. */
export async function allDefined(prefix: string): Promise<void> {
  await Promise.all([...awaitedTags(prefix)].map((name) => customElements.whenDefined(name)));
}
