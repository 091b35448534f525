import { leadNoun, type Uuid } from '@tabard/contract';
import type { LeadEmail, LeadPhone } from '@tabard/contract/crm/lead-reach';
import { normaliseAddress } from '@tabard/email';
import { furtherOf, normalPhone, numbersOf } from '#features/crm/lead';
import type { RowProblem } from './lead-row.rules.ts';

/** What a row says besides texts, by column. */
export interface Standing {
  owner_id?: Uuid;
  score?: number;
  lifecycle?: string;
  lawful_basis?: string;
  lawful_basis_source?: string;
  lawful_basis_at?: string;
  profiles?: string[];
  emails?: LeadEmail[];
  phones?: LeadPhone[];
  phone_normal?: string;
}

/** Columns that no mail can merge, each read in its own way. */
export type StandingField = Exclude<keyof Standing, 'phone_normal'>;
/** The members who can be named as owners, by the addresses and the ids that a file can name them by, in lower case. */
export type Owners = ReadonlyMap<string, Uuid>;

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
const split = (text: string): string[] =>
  text
    .split(/[,;|\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

type Reader = (cell: string, owners: Owners) => Standing | string;

/** One of a closed list, however its words are spaced. */
const wordOf =
  (field: 'lifecycle' | 'lawful_basis', values: readonly string[]): Reader =>
  (cell) =>
    values.includes(fold(cell)) ? { [field]: fold(cell) } : `Use one of: ${values.join(', ')}.`;

const readers: Readonly<Record<StandingField, Reader>> = {
  owner_id: (cell, owners) => {
    const owner = owners.get(cell.toLowerCase());
    return owner ? { owner_id: owner } : 'Nobody who works here has this address.';
  },
  score: (cell) => {
    const score = Number(cell);
    return Number.isInteger(score) && score >= 0 && score <= 100 ? { score } : 'Use a whole number from 0 to 100.';
  },
  lifecycle: wordOf('lifecycle', leadNoun.fields.lifecycle.values ?? []),
  lawful_basis: wordOf('lawful_basis', leadNoun.fields.lawfulBasis.values ?? []),
  lawful_basis_source: (cell) =>
    cell.length <= 200 ? { lawful_basis_source: cell } : 'It is longer than 200 characters.',
  lawful_basis_at: (cell) => {
    const at = /^\d{4}-\d{2}-\d{2}/.test(cell) ? Date.parse(cell) : Number.NaN;
    return Number.isNaN(at) ? 'Use a date such as 2026-03-31.' : { lawful_basis_at: new Date(at).toISOString() };
  },
  profiles: (cell) => {
    const profiles = [...new Set(split(cell))];
    return profiles.length <= 10 && profiles.every((one) => one.length <= 300)
      ? { profiles }
      : 'At most 10 addresses of at most 300 characters.';
  },
  emails: (cell) => {
    const given = split(cell);
    return given.length <= 10 && given.every((one) => normaliseAddress(one) !== null)
      ? {
          emails: furtherOf(
            given.map((email) => ({ email, kind: 'other', label: null })),
            undefined,
          ),
        }
      : 'One of these is not an email address, or there are more than 10.';
  },
  phones: (cell) => {
    const given = split(cell);
    return given.length <= 10 && given.every((one) => one.length <= 50)
      ? { phones: given.map((number) => ({ number, normal: null, kind: 'other', label: null })) }
      : 'At most 10 numbers of at most 50 characters.';
  },
};

export const isStandingField = (target: string): target is StandingField => Object.hasOwn(readers, target);

/** A cell as its column holds it, or why it is none. */
export function readStanding(field: StandingField, cell: string, owners: Owners): Standing | RowProblem {
  const read = readers[field](cell, owners);
  return typeof read === 'string' ? { code: 'wrong_value', field, reason: `${field}: ${read}`, value: cell } : read;
}

/** What follows from the other cells of the row: the first address is no further one, and numbers are those of the country. */
export function settleStanding(
  standing: Standing | null,
  fields: Readonly<Record<'email' | 'phone' | 'country', string | null>>,
): Standing | null {
  const normal = fields.phone === null ? null : normalPhone(fields.phone, fields.country);
  if (standing === null && normal === null) return null;
  const { emails, phones, ...rest } = standing ?? {};
  return {
    ...rest,
    ...(emails && { emails: furtherOf(emails, fields.email ?? undefined) }),
    ...(phones && { phones: numbersOf(phones, fields.country) }),
    ...(normal !== null && { phone_normal: normal }),
  };
}
