import type { Bound, FilterCheck } from './filter-check.ts';
import { foldText } from './fold-text.ts';

/** A record as callers see it: moments in ISO 8601, ids in their public form, custom fields under `custom`, those of a relation as a list under its name. */
export type FilteredRecord = Readonly<Record<string, unknown>>;
type Predicate = (record: FilteredRecord) => boolean;

/**
 * Whether a record is one of those that a filter asks for, as the database would say. What can be done once for all records is done
 * here; the answer costs little for each.
 * @example const isMeant = predicateOf(settled.check); leads.filter(isMeant)
 */
export function predicateOf(check: FilterCheck): Predicate {
  switch (check.check) {
    case 'all':
    case 'any': {
      const parts = check.of.map(predicateOf);
      return check.check === 'all'
        ? (record) => parts.every((part) => part(record))
        : (record) => parts.some((part) => part(record));
    }
    case 'not': {
      const part = predicateOf(check.of);
      return (record) => !part(record);
    }
    case 'empty':
      return ofValue(check.field, (value) => value === undefined || value === null || isBlank(value));
    case 'equal': {
      const values = new Set<unknown>(check.values);
      return ofValue(check.field, (value) => values.has(value));
    }
    case 'folded':
      return folded(check);
    case 'range':
      return ranged(check);
    case 'related': {
      const isSuch = predicateOf(check.of);
      return ofValue(
        check.field,
        (records) =>
          Array.isArray(records) && records.filter((one: FilteredRecord) => isSuch(one)).length >= check.least,
      );
    }
    case 'has': {
      const { values, every } = check;
      return ofValue(
        check.field,
        (list) =>
          Array.isArray(list) &&
          (every ? values.every((one) => list.includes(one)) : values.some((one) => list.includes(one))),
      );
    }
  }
}

const isBlank = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

const customPrefix = 'custom.';

/** The value of a field of a record; `custom.size` is `size` among its custom fields. */
function valueOf(record: unknown, field: string): unknown {
  if (field.startsWith(customPrefix)) return valueOf(valueOf(record, 'custom'), field.slice(customPrefix.length));
  return typeof record === 'object' && record !== null && Object.hasOwn(record, field)
    ? (record as FilteredRecord)[field]
    : undefined;
}

const ofValue =
  (field: string, holds: (value: unknown) => boolean): Predicate =>
  (record) =>
    holds(valueOf(record, field));

function folded({ field, at, texts }: Extract<FilterCheck, { check: 'folded' }>): Predicate {
  const wanted = texts.map(foldText);
  const holds = {
    whole: (text: string) => wanted.includes(text),
    within: (text: string) => wanted.some((one) => text.includes(one)),
    start: (text: string) => wanted.some((one) => text.startsWith(one)),
    end: (text: string) => wanted.some((one) => text.endsWith(one)),
  }[at];
  return ofValue(field, (value) => typeof value === 'string' && holds(foldText(value)));
}

function ranged(check: Extract<FilterCheck, { check: 'range' }>): Predicate {
  return ofValue(check.field, (value) => {
    const place = placeOf(value, check);
    return place !== null && within(place, check.from, check.to);
  });
}

/** What of a value is compared: an amount where the currency is the one asked for, a moment in milliseconds. */
function placeOf(
  value: unknown,
  { currency, moment, from, to }: Extract<FilterCheck, { check: 'range' }>,
): number | string | null {
  if (currency !== undefined && valueOf(value, 'currency') !== currency) return null;
  const compared = currency === undefined ? value : valueOf(value, 'amount');
  const place = moment && typeof compared === 'string' ? Date.parse(compared) : compared;
  if (typeof place === 'number') return typeof (from ?? to)?.value === 'number' && !Number.isNaN(place) ? place : null;
  return typeof place === 'string' && typeof (from ?? to)?.value === 'string' ? place : null;
}

function within(place: number | string, from: Bound | undefined, to: Bound | undefined): boolean {
  if (from && (from.open ? place <= from.value : place < from.value)) return false;
  return !to || (to.open ? place < to.value : place <= to.value);
}
