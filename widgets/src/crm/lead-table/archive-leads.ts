import { msg, str } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { OutreachClient } from '../../core/client.ts';
import type { Format } from '../../core/format.ts';
import type { Session } from '../../core/session.ts';
import type { Toast } from '../../kit/toaster.ts';

/** More rows than this are not looked up one by one to be chosen. */
export const RANGE_LIMIT = 5000;

/** What came of archiving one, or of bringing it back. */
export interface Archived {
  ids: readonly string[];
  failed: unknown;
  move: LeadMove;
}

/** Out of the lists, or back into them. */
export type LeadMove = 'archive' | 'restore';
/** What can be done with leads of a filter: those in the archive come back. */
export const moveOf = ({ archived }: LeadFilter): LeadMove => (archived ? 'restore' : 'archive');

/** Archives leads, or brings them back. */
export async function moveLeads(client: OutreachClient, move: LeadMove, ids: readonly string[]): Promise<void> {
  await client.leads[move]({ ids: [...ids] });
}

/** Says what happened to leads, and offers the way back; lists of before are old. */
export function movedToast(
  { ids, move }: Archived,
  { client, cache, format }: Session,
  attempt: (act: () => Promise<void>) => Promise<boolean>,
): Toast {
  cache.invalidate(['leads']);
  const back = move === 'archive' ? 'restore' : 'archive';
  const run = (): void => void attempt(() => moveLeads(client, back, ids)).then(() => cache.invalidate(['leads']));
  return { text: movedWords(move, ids.length, format), action: { label: msg('Undo'), run } };
}

/** What happened to so many. */
function movedWords(move: LeadMove, many: number, format: Format): string {
  const count = format.number(many);
  return format.plural(
    many,
    move === 'archive'
      ? { one: msg('1 lead archived'), other: msg(str`${count} leads archived`) }
      : { one: msg('1 lead restored'), other: msg(str`${count} leads restored`) },
  );
}
