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

function ranged({ field, from, to, currency }: Extract<FilterCheck, { check: 'range' }>): Predicate {
  const isMoment = typeof (from ?? to)?.value === 'number';
  return ofValue(field, (value) => {
    const place = placeOf(value, currency, isMoment);
    return place !== null && within(place, from, to);
  });
}

/** What of a value is compared: an amount where the currency is the one asked for, a moment in milliseconds. */
function placeOf(value: unknown, currency: string | undefined, isNumber: boolean): number | string | null {
  if (currency !== undefined)
    return valueOf(value, 'currency') === currency ? placeOf(valueOf(value, 'amount'), undefined, true) : null;
  if (!isNumber) return typeof value === 'string' ? value : null;
  const place = typeof value === 'string' ? Date.parse(value) : value;
  return typeof place === 'number' && !Number.isNaN(place) ? place : null;
}

function within(place: number | string, from: Bound | undefined, to: Bound | undefined): boolean {
  if (from && (from.open ? place <= from.value : place < from.value)) return false;
  return !to || (to.open ? place < to.value : place <= to.value);
}
