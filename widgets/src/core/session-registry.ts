import { createContext } from '@lit/context';
import type { Session } from './session.ts';

/** Hands a session down from a provider element to whatever stands inside it. */
export const sessionContext = createContext<Session | null>(Symbol.for('embed.session'));

interface Registry {
  byPrefix: Map<string, Session>;
  waiting: Set<() => void>;
}

/** One for the page, under a symbol: a second copy of this code finds the sessions of the first, and names collide with nothing. */
const page = globalThis as { [key: symbol]: Registry | undefined };
const registry = (page[Symbol.for('embed.sessions')] ??= { byPrefix: new Map(), waiting: new Set() });

/** Makes a session the one that elements of its prefix use when no provider stands around them. */
export function registerSession(prefix: string, session: Session): void {
  registry.byPrefix.set(prefix, session);
  wakeWaiting();
}

/** Lets elements without a session look for one again. */
export function wakeWaiting(): void {
  for (const wake of registry.waiting) wake();
}

/** Takes a session away, unless another one has taken its place already. */
export function unregisterSession(prefix: string, session: Session): void {
  if (registry.byPrefix.get(prefix) === session) registry.byPrefix.delete(prefix);
}

export const registeredSession = (prefix: string): Session | null => registry.byPrefix.get(prefix) ?? null;

/** Calls back whenever a session is registered, until the returned function is called. */
export function onSessionRegistered(wake: () => void): () => void {
  registry.waiting.add(wake);
  return () => registry.waiting.delete(wake);
}
