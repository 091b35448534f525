import type { FilterField, FilterFields, FilterType } from '@tabard/contract/filters';
import type { Option } from '../../kit/select.ts';

/** How records that a reference can name are found and called. */
export interface LookUp {
  /** Those whose name fits what was typed, the likeliest first. */
  find: (typed: string, signal: AbortSignal) => Promise<readonly Option[]>;
  /** What one is called; null where there is none any more. */
  name: (id: string) => Promise<string | null>;
}

/** Something that a filter can ask for, as people see it. */
export interface AskedField {
  name: string;
  label: string;
  type: FilterType | 'relation';
  /** What a choice can be. */
  options?: readonly { value: string; label: string }[];
  /** Which heading it is listed under. */
  group?: string;
  whole?: true;
  prefix?: string;
  /** Of references. */
  lookUp?: LookUp;
  /** What can be asked of the records of a relation. */
  fields?: readonly AskedField[];
}

/** The fields as the language of filters knows them. */
export const languageFields = (fields: readonly AskedField[]): FilterFields =>
  Object.fromEntries(
    fields.map(({ name, type, options, whole, prefix, fields: related }): [string, FilterField] => [
      name,
      {
        type,
        ...(options && { options: options.map(({ value }) => value) }),
        ...(whole && { whole }),
        ...(prefix && { prefix }),
        ...(related && { fields: languageFields(related) }),
      },
    ]),
  );

/** The field of a name; `custom.<key>` without a field of its own is a text. */
export function fieldOf(fields: readonly AskedField[], name: string | undefined): AskedField | undefined {
  const found = fields.find((one) => one.name === name);
  if (found || !name?.startsWith('custom.')) return found;
  return { name, label: name.slice('custom.'.length), type: 'text' };
}
