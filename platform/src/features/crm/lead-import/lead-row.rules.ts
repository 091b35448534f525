import { fieldsWith, isTimeZone, leadNoun, snakeCase, type LeadField, type RowFault } from '@tabard/contract';
import { readCustomText, type CustomFieldFacts, type CustomValue } from '@tabard/contract/crm/custom-value';
import { languageCode } from '@tabard/contract/crm/lead-reach';
import { normaliseAddress } from '@tabard/email';
import { withoutDefusing } from './csv-line.rules.ts';
import { isStandingField, readStanding, settleStanding, type Owners, type Standing } from './standing-cells.rules.ts';

/** A row on its way into the table: a value or nothing for each field. */
export interface ImportRow {
  line: number;
  fields: Record<LeadField, string | null>;
  custom: Record<string, CustomValue> | null;
  tags: string[] | null;
  /** What it says besides texts. */
  standing: Standing | null;
  /** The company that it joins by its address. */
  companyId?: string;
}

/** Why a row is none, as a code with what it names and in words, and the value at fault. */
export interface RowProblem {
  code: RowFault;
  /** The target of its column; left out where it is about the whole row. */
  field?: string;
  limit?: number;
  reason: string;
  value: string;
}

/** Where each column goes, by its position. */
export type ColumnTargets = readonly (string | null)[];

const longest = fromFields((field) => leadNoun.fields[field].max ?? 0);

const knownZones = new Map<string, boolean>();

/** Whether a name is a time zone to this program; asked once per name. */
function isKnownZone(name: string): boolean {
  let known = knownZones.get(name);
  if (known === undefined) {
    known = isTimeZone(name);
    if (knownZones.size < 2000) knownZones.set(name, known);
  }
  return known;
}

/** Control characters, which PostgreSQL (zero) or mails (the others) cannot carry. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Copied for each row: a million objects of one known shape are a third of the garbage of as many made key by key. */
const noFields = fromFields((): string | null => null);

/** Something for each field that a file can fill, by its name in a mapping. */
function fromFields<T>(of: (field: keyof typeof leadNoun.fields) => T): Record<LeadField, T> {
  return Object.fromEntries(
    fieldsWith(leadNoun.fields, 'merge').map((field) => [snakeCase(field), of(field)]),
  ) as Record<LeadField, T>; // one for each
}

/** What rows are read against. */
export interface RowFacts {
  /** The time zones that the database knows. */
  zones: ReadonlySet<string>;
  /** The custom fields, by their keys. */
  fields: ReadonlyMap<string, CustomFieldFacts>;
  owners: Owners;
}

/** The row as a lead, or why it is none. */
export function readRow(
  cells: string[],
  line: number,
  targets: ColumnTargets,
  { zones, fields: own, owners }: RowFacts,
): ImportRow | RowProblem {
  if (cells.slice(targets.length).some((cell) => cell.trim() !== ''))
    return {
      code: 'too_wide',
      limit: targets.length,
      reason: `The row has ${cells.length} columns, the header only ${targets.length}.`,
      value: cells.at(-1) ?? '',
    };
  const fields = { ...noFields };
  let custom: Record<string, CustomValue> | null = null;
  let tags: string[] | null = null;
  let standing: Standing | null = null;
  const width = Math.min(cells.length, targets.length);
  for (let index = 0; index < width; index++) {
    const target = targets[index];
    if (!target) continue;
    const value = withoutDefusing(cells[index]!.replace(control, '').trim());
    if (value === '') {
      if (isRequired(target, own))
        return { code: 'required', field: target, reason: `${target} is missing.`, value: '' };
      continue;
    }
    if (target === 'tags') {
      const read = tagsIn(value);
      if ('code' in read) return read;
      tags = read;
    } else if (isStandingField(target)) {
      const read = readStanding(target, value, owners);
      if ('code' in read) return read;
      standing = Object.assign(standing ?? {}, read);
    } else if (target.startsWith('custom.')) {
      const checked = ownValue(target, value, own);
      if ('code' in checked) return checked;
      custom ??= {};
      custom[target.slice(7)] = checked.value;
    } else {
      const field = target as LeadField; // a mapping's targets were checked when it was started
      if (value.length > longest[field]) return tooLong(field, longest[field], value);
      fields[field] = value;
    }
  }
  const problem = settleTexts(fields, zones);
  if (problem) return problem;
  return { line, fields, custom, tags, standing: settleStanding(standing, fields) };
}

/** Gives the texts of a row their one form; or why it is none. */
function settleTexts(fields: ImportRow['fields'], zones: ReadonlySet<string>): RowProblem | null {
  if (fields.email === null) return { code: 'required', field: 'email', reason: 'The email is missing.', value: '' };
  const email = normaliseAddress(fields.email);
  if (email === null)
    return { code: 'not_email', field: 'email', reason: 'The email is not a valid address.', value: fields.email };
  fields.email = email;
  if (fields.time_zone !== null && !(zones.has(fields.time_zone) && isKnownZone(fields.time_zone)))
    return {
      code: 'unknown_zone',
      field: 'time_zone',
      reason: 'The time zone is not known. Use a name such as Europe/Paris.',
      value: fields.time_zone,
    };
  if (fields.language !== null) {
    const language = languageCode.safeParse(fields.language);
    if (!language.success)
      return {
        code: 'wrong_value',
        field: 'language',
        reason: 'The language is not known. Use a code such as de or pt-BR.',
        value: fields.language,
      };
    fields.language = language.data;
  }
  return null;
}

/** The words of a list of tags. */
function tagsIn(value: string): string[] | RowProblem {
  const tags = value
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (tags.every((tag) => tag.length <= 50) && tags.length <= 50) return tags;
  return { code: 'too_many', field: 'tags', limit: 50, reason: 'At most 50 tags of at most 50 characters.', value };
}

/** Whether a column may not be empty, being that of a custom field which has to be filled. */
const isRequired = (target: string, own: ReadonlyMap<string, CustomFieldFacts>): boolean =>
  target.startsWith('custom.') && own.get(target.slice(7))?.required === true;

/** The value of a custom field; under a key without a field it is a text. */
function ownValue(
  target: string,
  value: string,
  own: ReadonlyMap<string, CustomFieldFacts>,
): { value: CustomValue } | RowProblem {
  if (value.length > 1000) return tooLong(target, 1000, value);
  const facts = own.get(target.slice(7));
  const checked = facts ? readCustomText(facts, value) : { value };
  if ('value' in checked) return checked;
  return { code: 'wrong_value', field: target, reason: `${target}: ${checked.fault.message}`, value };
}

const tooLong = (field: string, limit: number, value: string): RowProblem => ({
  code: 'too_long',
  field,
  limit,
  reason: `${field} is longer than ${limit} characters.`,
  value,
});
