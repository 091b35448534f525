import type { WidgetName } from '@tabard/contract';
import type { InitOptions, Instance } from './core/init.ts';
import type { Widget } from './core/widget.ts';
import type * as embed from './embed.ts';

export type { InitOptions, Instance } from './core/init.ts';

export interface LoadOptions extends InitOptions {
  /** Address of the loader; `<baseUrl>/embed/v1.js` when left out. Give a pinned one, `…/embed/<version>/v1.js`, to choose a version. */
  src?: string;
}

/** An instance whose code may still be on its way: what is asked of it before happens then, in order. */
export interface LoadedInstance extends Instance {
  /** The instance itself, once its code is there; rejects when it cannot be fetched. */
  readonly ready: Promise<Instance>;
}

type Embed = Pick<typeof embed, 'init'>;
const loaded = new Map<string, Promise<Embed>>();

/**
 * Fetches the elements from the platform's own address and connects them, without making them part of your bundle. Importing this
 * module does nothing, on a server too; call it in a browser. Returns at once.
 * @example
 * const embed = loadAndInit({ baseUrl: 'https://api.agency.example', prefix: 'acme', fetchClientSecret });
 * document.querySelector('main').append(embed.create('inbox'));
 */
export function loadAndInit({ src, ...options }: LoadOptions): LoadedInstance {
  if (!('document' in globalThis))
    throw new TypeError('Call this in a browser: a server has no page to put elements into.');
  const prefix = options.prefix ?? 'outreach';
  const ready = load(src ?? new URL('/embed/v1.js', options.baseUrl).href).then(({ init }) => init(options));
  const later = (act: (instance: Instance) => unknown): void =>
    void ready.then(act, (error: unknown) => console.error(error));
  return {
    prefix,
    ready,
    create: (name: WidgetName) => {
      const element = document.createElement(`${prefix}-${name}`) as Widget;
      later((instance) => instance.adopt(element));
      return element;
    },
    adopt: (element) => later((instance) => instance.adopt(element)),
    update: (changes) => later((instance) => instance.update(changes)),
    preload: async (...names) => (await ready).preload(...names),
    allDefined: async () => (await ready).allDefined(),
    observe: (root) => later((instance) => instance.observe(root)),
    logout: () => later((instance) => instance.logout()),
    destroy: () => later((instance) => instance.destroy()),
    on: (event, listener) => {
      let stop: (() => void) | undefined;
      let wanted = true;
      later((instance) => wanted && (stop = instance.on(event, listener)));
      return () => {
        wanted = false;
        stop?.();
      };
    },
  };
}

function load(src: string): Promise<Embed> {
  let pending = loaded.get(src);
  if (!pending) {
    pending = import(/* @vite-ignore */ /* webpackIgnore: true */ src) as Promise<Embed>; // the loader's own exports
    // What could not be fetched may be there next time.
    pending.catch(() => loaded.delete(src));
    loaded.set(src, pending);
  }
  return pending;
}
