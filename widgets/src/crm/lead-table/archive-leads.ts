import { msg, str } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { OutreachClient } from '../../core/client.ts';
import type { Format } from '../../core/format.ts';
import type { Selection } from '../../kit/table-selection.ts';

/** The platform takes this many ids a call. */
const BATCH = 1000;
const PAGE = 200;
/** So many can be brought back with one press; more are asked about before. */
export const UNDO_LIMIT = 20_000;
/** More rows than this are not looked up one by one to be chosen. */
export const RANGE_LIMIT = 5000;

/** What came of archiving, or of bringing back: the ids of which it is done, and the error that ended it early. */
export interface Archived {
  ids: readonly string[];
  failed: unknown;
  move: LeadMove;
}

/** Out of the lists, or back into them. */
export type LeadMove = 'archive' | 'restore';
/** What can be done with leads of a filter: those in the archive come back. */
export const moveOf = ({ archived }: LeadFilter): LeadMove => (archived ? 'restore' : 'archive');

interface ArchiveOptions {
  client: OutreachClient;
  /** What was looked at when everything was chosen. */
  filter: LeadFilter;
  where?: WrittenFilter | undefined;
  selection: Selection;
  signal: AbortSignal;
}

/** The ids of a selection in batches; those of a whole filter are read page by page. */
async function* idsOf({ client, filter, where, selection, signal }: ArchiveOptions): AsyncGenerator<string[]> {
  if (!selection.all) {
    const ids = [...selection.ids];
    for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
    return;
  }
  let batch: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await client.leads.list({ filter, where, limit: PAGE, ...(cursor && { cursor }) });
    batch.push(...page.items.map((lead) => lead.id).filter((id) => !selection.ids.has(id)));
    cursor = page.nextCursor;
    if (batch.length >= BATCH || (!cursor && batch.length > 0)) {
      yield batch;
      batch = [];
    }
  } while (cursor && !signal.aborted);
}

/** Archives a selection, or brings it back where it is archived, batch by batch and gives the ids of each as soon as it is done; stops between two when told to. */
export async function* moveSelected(options: ArchiveOptions): AsyncGenerator<readonly string[]> {
  for await (const ids of idsOf(options)) {
    if (options.signal.aborted) return;
    await options.client.leads[moveOf(options.filter)]({ ids });
    yield ids;
  }
}

/** Archives leads, or brings them back. */
export async function moveLeads(client: OutreachClient, move: LeadMove, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) await client.leads[move]({ ids: ids.slice(at, at + BATCH) });
}

/** What happened to so many. */
export function movedWords(move: LeadMove, many: number, format: Format): string {
  const count = format.number(many);
  return format.plural(
    many,
    move === 'archive'
      ? { one: msg('1 lead archived'), other: msg(str`${count} leads archived`) }
      : { one: msg('1 lead restored'), other: msg(str`${count} leads restored`) },
  );
}
