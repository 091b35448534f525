import type { Instance, LoadOptions } from './options.ts';

export type {
  Appearance,
  ClientSecret,
  Failure,
  FontSource,
  Instance,
  InstanceEvent,
  LoadOptions,
  Measure,
  SessionChanges,
} from './options.ts';

/**
 * Fetches the elements from the platform itself, so that they are always as new as what they speak to, and connects them.
 * Importing this file does nothing and needs no page; calling it does. A signal that is aborted while they are on their way keeps them
 * from being connected.
 * @example await load({ baseUrl: 'https://api.agency.example', prefix: 'acme', fetchClientSecret })
 */
export async function load(options: LoadOptions, signal?: AbortSignal): Promise<Instance> {
  if (typeof document === 'undefined') throw new Error('load() needs a page: call it in the browser, after rendering.');
  const address = new URL('/embed/v1.js', options.baseUrl).href;
  // Bundlers must leave this address alone: it is the platform's, not the host's.
  const runtime = (await import(/* @vite-ignore */ /* webpackIgnore: true */ address)) as {
    init(options: LoadOptions): Instance;
  }; // the entry of the same release; a test holds both sides to it
  signal?.throwIfAborted();
  return runtime.init(options);
}
