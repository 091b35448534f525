import { draftRoot } from './forget-drafts.ts';
import type { Session } from './session.ts';

/** Of a person and a workspace: nobody else finds it in this tab. */
function keyOf({ prefix, current }: Session, record: string): string {
  return `${draftRoot(prefix)}${current?.workspace?.id} ${current?.user?.id} ${record}`;
}

/** Where the browser keeps nothing, or no more: what was written lives as long as its session. */
const unkept = new WeakMap<Session, Map<string, unknown>>();

/** Keeps what was written for a record over a reload; null forgets it. */
export function keepDraft(session: Session, record: string, draft: unknown): void {
  unkept.get(session)?.delete(record);
  try {
    sessionStorage.removeItem(keyOf(session, record));
    if (draft !== null) sessionStorage.setItem(keyOf(session, record), JSON.stringify(draft));
  } catch {
    unkept.set(session, (unkept.get(session) ?? new Map<string, unknown>()).set(record, draft));
  }
}

/** What was written for a record in this tab and never stored; null where there is nothing. */
export function keptDraft<T>(session: Session, record: string): T | null {
  const held = unkept.get(session)?.get(record);
  if (held !== undefined) return held as T | null; // given to `keepDraft` for the same record, as below
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(session, record)) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

const holders = new Set<object>();
const ask = (event: Event): void => event.preventDefault();

/** Says whether somebody wrote what is not stored yet: while anybody did, the browser asks before the page is closed or loaded anew. */
export function holdUnsaved(holder: object, unsaved: boolean): void {
  if (unsaved) holders.add(holder);
  else holders.delete(holder);
  if (holders.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}
