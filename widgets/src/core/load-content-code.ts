import type * as code from './content-code.ts';

let loaded: typeof code | null = null;

/** What content needs and a skeleton does not: its colours, hidden parts, links. Null until it is there; no session opens before. */
export const contentCode = (): typeof code | null => loaded;

/** Fetches that code: its own file, on its way beside the session's first answer. */
export const loadContentCode = async (): Promise<typeof code> => (loaded ??= await import('./content-code.ts'));
