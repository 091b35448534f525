import type { leadFilter } from '@tabard/contract';
import type { z } from 'zod';

/** A checked filter; ids are UUIDs. */
export type LeadSelection = z.output<typeof leadFilter>;

/** What a search looks at. */
const searchedText = `lower(l.email || ' ' || coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '') || ' ' || coalesce(l.company, ''))`;

/**
 * The SQL condition of a filter over the table `lead` under the alias `l`; pushes its values. Without a filter: live leads.
 * A search wants every one of its words somewhere in email, name or company. Under policies PostgreSQL may not use an index for it
 * (LIKE could tell of rows that the policy hides), so a rare word is looked for in the whole workspace.
 */
export function leadSelection(filter: LeadSelection | undefined, values: unknown[]): string {
  const conditions = [filter?.archived ? 'l.archived_at is not null' : 'l.archived_at is null'];
  const where = (sql: (placeholder: string) => string, value: unknown) =>
    conditions.push(sql(`$${values.push(value)}`));
  for (const word of filter?.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [])
    where((value) => `${searchedText} like ${value}`, `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  if (filter?.status) where((value) => `l.status = any(${value}::text[])`, filter.status);
  if (filter?.tag) where((value) => `${value} = any(l.tags)`, filter.tag);
  if (filter?.company) where((value) => `coalesce(l.company, '') = ${value}`, filter.company);
  if (filter?.country) where((value) => `l.country = ${value}`, filter.country);
  if (filter?.importId) where((value) => `l.import_id = ${value}`, filter.importId);
  return conditions.join(' and ');
}
