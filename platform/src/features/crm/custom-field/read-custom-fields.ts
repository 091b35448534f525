import {
  checkCustomValue,
  customFieldsLimit,
  filterFieldOf,
  type CustomFieldFacts,
  type CustomValue,
} from '@tabard/contract/crm/custom-value';
import type { ErrorDetail } from '@tabard/contract/errors';
import { fail, type ReadScope, type Related } from '#kernel';

/** A live field of a noun. */
export interface LiveField extends CustomFieldFacts {
  label: string;
}

/** The live fields of a noun by their keys, in the order in which they are shown. */
export async function readCustomFields(
  { read, workspaceId }: Pick<ReadScope, 'read' | 'workspaceId'>,
  noun: 'lead',
): Promise<Map<string, LiveField>> {
  const rows = await read<LiveField>(
    `select key, label, type, options, required from custom_field where workspace_id = $1 and noun = $2 and archived_at is null
      order by position, created_at, id`,
    [workspaceId, noun],
    'custom fields',
  );
  return new Map(rows.map((row) => [row.key, row]));
}

type Given = Readonly<Record<string, unknown>>;

/**
 * What is stored of custom values: those that are known, with the ones that a caller gave taken over key by key; what is given empty is
 * emptied. Each that is given is checked by its field; under a key without one stands a text. Values that stay as they were are not
 * looked at again. `known` is null for a new record.
 * @throws Failure `request.invalid` that names every value that is wrong or missing.
 */
export function mergeCustomValues(
  fields: ReadonlyMap<string, LiveField>,
  given: Given,
  known: Readonly<Record<string, CustomValue>> | null,
): Record<string, CustomValue> {
  const kept = new Map<string, CustomValue>(Object.entries(known ?? {}));
  for (const key of Object.keys(given)) kept.delete(key);
  const { details, checked } = checkGiven(fields, given, known);
  for (const [key, value] of checked) kept.set(key, value);
  for (const { key, required } of fields.values())
    if (
      required &&
      !kept.has(key) &&
      (known === null || (Object.hasOwn(given, key) && !details.some(({ path }) => path === pathOf(key))))
    )
      details.push({ path: pathOf(key), reason: 'required', message: 'Fill this in.' });
  if (kept.size > customFieldsLimit)
    details.push({
      path: 'custom',
      reason: 'too_many',
      message: `At most ${customFieldsLimit} fields.`,
      limit: customFieldsLimit,
    });
  if (details.length > 0) fail('request.invalid', { details });
  return Object.fromEntries(kept);
}

const pathOf = (key: string): string => `custom.${key}`;

function checkGiven(
  fields: ReadonlyMap<string, LiveField>,
  given: Given,
  known: Given | null,
): { details: ErrorDetail[]; checked: Map<string, CustomValue> } {
  const details: ErrorDetail[] = [];
  const kept = new Map<string, CustomValue>();
  const text = { type: 'text', options: [] } as const;
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    const same = known && Object.hasOwn(known, key) && JSON.stringify(known[key]) === JSON.stringify(value);
    const checked = same
      ? { value: value as CustomValue }
      : checkCustomValue(fields.get(key) ?? { key, ...text }, value);
    if ('value' in checked) kept.set(key, checked.value);
    else {
      const { rule, message, limit } = checked.fault;
      details.push({ path: pathOf(key), reason: rule, message, ...(limit !== undefined && { limit }) });
    }
  }
  return { details, checked: kept };
}

/** How filters ask for the fields of a noun, whose values are JSON in a column. */
export async function customFilters(
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  noun: 'lead',
  column: string,
): Promise<Related> {
  const fields = [...(await readCustomFields(scope, noun)).values()];
  return {
    fields: Object.fromEntries(fields.map((field) => [`custom.${field.key}`, filterFieldOf(field)])),
    columns: Object.fromEntries(fields.map(({ key, type }) => [`custom.${key}`, { type, sql: column, key }])),
  };
}
