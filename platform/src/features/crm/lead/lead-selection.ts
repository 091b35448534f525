import { normaliseAddress, type leadFilter } from '@tabard/contract';
import type { z } from 'zod';

/** A checked filter; ids are UUIDs. */
export type LeadSelection = z.output<typeof leadFilter>;

/**
 * The SQL condition of a filter over the table `lead` under the alias `l`; pushes its values. Without a filter: live leads.
 * A search wants every one of its words somewhere in email, name or company, without regard to case and accents: both sides are
 * folded by the database's `fold_text`. An address is also found in its other spelling. Under policies PostgreSQL may not use an index for it
 * (a comparison could tell of rows that the policy hides), so a rare word is looked for in the whole workspace.
 */
export function leadSelection(filter: LeadSelection | undefined, values: unknown[]): string {
  const conditions = [filter?.archived ? 'l.archived_at is not null' : 'l.archived_at is null'];
  const where = (sql: (placeholder: string) => string, value: unknown) =>
    conditions.push(sql(`$${values.push(value)}`));
  for (const word of filter?.search?.split(/\s+/).filter(Boolean) ?? []) {
    const address = normaliseAddress(word);
    const other = address && address !== word.toLowerCase() ? ` or l.email = $${values.push(address)}` : '';
    where((value) => `(strpos(l.search_text, fold_text(${value})) > 0${other})`, word);
  }
  if (filter?.status) where((value) => `l.status = any(${value}::text[])`, filter.status);
  if (filter?.tag) where((value) => `${value} = any(l.tags)`, filter.tag);
  if (filter?.company) where((value) => `coalesce(l.company, '') = ${value}`, filter.company);
  if (filter?.country) where((value) => `l.country = ${value}`, filter.country);
  if (filter?.importId) where((value) => `l.import_id = ${value}`, filter.importId);
  return conditions.join(' and ');
}
