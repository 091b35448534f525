import { createContext } from '@lit/context';
import type { Session } from './session.ts';

/** Hands a session down from a provider element to whatever stands inside it. */
export const sessionContext = createContext<Session | null>(Symbol('session'));

const byPrefix = new Map<string, Session>();
const waiting = new Set<() => void>();

/** Makes a session the one that elements of its prefix use when no provider stands around them. */
export function registerSession(prefix: string, session: Session | null): void {
  if (session) byPrefix.set(prefix, session);
  else byPrefix.delete(prefix);
  for (const wake of waiting) wake();
}

export const registeredSession = (prefix: string): Session | null => byPrefix.get(prefix) ?? null;

/** Calls back whenever a session is registered or taken away, until the returned function is called. */
export function onSessionRegistered(wake: () => void): () => void {
  waiting.add(wake);
  return () => waiting.delete(wake);
}
