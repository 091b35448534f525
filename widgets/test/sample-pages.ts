import type { Lead, LeadFilter, Page } from '@tabard/contract';
import type { Archivable } from '../src/core/record-list.ts';
import { ago, lead } from './sample-records.ts';

interface Asked {
  cursor?: string;
  skip?: number;
  limit?: number;
}
export interface RecordsAsked extends Asked {
  filter?: { search?: string; archived?: boolean };
}
export interface LeadsAsked extends Asked {
  filter?: LeadFilter;
  direction?: 'asc' | 'desc';
}

/** A page of a short list; its cursor is a number of items. */
export function page<T>(items: readonly T[], { cursor = '0', skip = 0, limit = 25 }: Asked): Page<T> {
  const from = Number(cursor) + skip;
  const until = from + limit;
  return { items: items.slice(from, until), nextCursor: until < items.length ? String(until) : null };
}

/** A page of a list of any length, as the platform gives it: a cursor is the place of a row and leads both ways. */
export function listLeads(total: number, filter: LeadFilter = {}, asked: Omit<LeadsAsked, 'filter'>): Page<Lead> {
  const { cursor, skip = 0, limit = 25, direction = 'desc' } = asked;
  const words = filter.search?.toLowerCase();
  if (words || filter.status || filter.company) {
    const some = Array.from({ length: Math.min(total, 500) }, (_, at) => lead(at)).filter(
      (one) =>
        (!words || JSON.stringify(one).toLowerCase().includes(words)) &&
        (!filter.status || filter.status.includes(one.status)) &&
        (!filter.company || filter.company === one.company),
    );
    return page(some, asked);
  }
  const step = direction === 'asc' ? -1 : 1;
  const first = cursor === undefined ? (step < 0 ? total - 1 : 0) : Number(cursor) + step;
  const ranks = Array.from({ length: limit + 1 }, (_, at) => first + step * (skip + at)).filter(
    (rank) => rank >= 0 && rank < total,
  );
  const items = ranks.slice(0, limit);
  return { items: items.map((rank) => lead(rank)), nextCursor: ranks.length > limit ? String(items.at(-1)) : null };
}

/** A list of nothing. */
export const noItems = (): unknown => ({ items: [], nextCursor: null });

/** A page of the records that lie in the archive, or of those that do not, by their name or address. */
export function listRecords<T extends Archivable & ({ name: string } | { address: string })>(
  all: readonly T[],
  archive: ReadonlySet<string>,
  { filter: { search = '', archived = false } = {}, ...asked }: RecordsAsked,
): Page<T> {
  const found = all.filter(
    (one) =>
      archive.has(one.id) === archived &&
      ('name' in one ? one.name : one.address).toLowerCase().includes(search.toLowerCase()),
  );
  return page(
    found.map((one) => ({ ...one, archivedAt: archived ? ago(1) : null })),
    asked,
  );
}
