import { toPublicId, type Uuid, type WidgetName } from '@tabard/contract';

/** How every code of a hosted page begins. */
export const codePrefix = 'hp_';

/** Seconds of each session that an open page gets; it asks for the next one by itself. */
export const sessionSeconds = 600;

/** Where a hosted page is. The id names it and opens nothing. */
export function hostedPath(widget: WidgetName, id: Uuid): string {
  return `/hosted/${widget}/${toPublicId('hostedPage', id)}`;
}

/** The page a row stands for, as far as opening it goes. */
export interface CodeState {
  codeHash: string;
  codeExpiresAt: Date;
  spentHashes: readonly string[];
  endsAt: Date;
  revokedAt: Date | null;
}

/**
 * What a presented code is worth. One that was used before is in two hands, and nobody can tell whose is the right one: the page is
 * `stolen`, and ends for both.
 */
export function judgeCode(page: CodeState, hash: string, now: Date): 'good' | 'stolen' | 'spent' {
  if (page.revokedAt || page.endsAt <= now) return 'spent';
  if (page.spentHashes.includes(hash)) return 'stolen';
  return page.codeHash === hash && page.codeExpiresAt > now ? 'good' : 'spent';
}
