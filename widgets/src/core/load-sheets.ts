import type * as code from './sheets.ts';

let loaded: typeof code | null = null;

/** The code of the sheets that content is dressed in; null until it is there, and no session opens before. */
export const sheets = (): typeof code | null => loaded;

/** Fetches that code: its own file, on its way beside the session's first answer. */
export const loadSheets = async (): Promise<typeof code> => (loaded ??= await import('./sheets.ts'));
