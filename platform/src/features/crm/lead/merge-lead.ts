import { leadFields, type LeadField } from '@tabard/contract';
import { showCustomValue } from '@tabard/contract/crm/custom-value';
import type { LiveField } from '#features/crm/custom-field';
import type { ReadScope } from '#kernel';
import type { LeadRow } from './lead.entity.ts';

/** The part of a lead's row that mails can merge. */
export type MergeableLead = Pick<LeadRow, LeadField | 'custom'>;

/** The columns of it in SQL, under the alias of its table. */
export const mergeColumns = (alias: string): string =>
  [...leadFields, 'custom'].map((field) => `${alias}.${field}`).join(', ');

/** The values of a lead's merge fields; custom fields are under `custom`, as texts. */
export function leadMergeValues(row: MergeableLead, fields: ReadonlyMap<string, LiveField>): Record<string, unknown> {
  const shown = Object.entries(row.custom).map(([key, value]) => [key, showCustomValue(fields.get(key), value)]);
  const values: Record<string, unknown> = { custom: Object.fromEntries(shown) };
  for (const field of leadFields) values[field] = row[field];
  return values;
}

/** The merge fields that a workspace's texts may use: the standard ones, its custom fields, and each custom key that any of its leads has. */
export async function mergeFieldNames(read: ReadScope['read']): Promise<string[]> {
  // Walks the distinct keys of the newest leads: a key that only ten-thousandth-old leads have is not offered.
  const rows = await read<{ key: string }>(
    `select key from custom_field where noun = 'lead' and archived_at is null union
     select distinct key from (select custom from lead where custom <> '{}'::jsonb and archived_at is null order by created_at desc limit 10000) as newest,
            jsonb_object_keys(custom) as key order by key`,
  );
  return [...leadFields, ...rows.map((row) => `custom.${row.key}`)];
}
