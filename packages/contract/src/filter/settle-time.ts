import { addToDay, dayAt, isDay, startOfDay, type Clock, type Day } from './calendar.ts';
import { filterLimits, type RelativeDay, type Span } from './filter.ts';
import { FaultAt, type Asked, type Bound, type FilterCheck } from './filter-check.ts';
import { twoIn } from './read-value.ts';
import { spanUnits, type SpanUnit } from './operators.ts';

type DayUnit = Exclude<SpanUnit, 'hour'>;

/** A stretch from the beginning of one day or moment to the end of another. */
interface Stretch {
  /** What it begins with; for moments in milliseconds. */
  first: number | Day;
  /** What it ends with; for moments the first millisecond that is not in it. */
  last: number | Day;
}

/**
 * Reads a condition on a day or a moment. A moment is compared with days as the workspace's clock tells them: it is `on` a day from
 * the day's first millisecond to the next day's.
 */
export function settleTime(asked: Asked, clock: Clock): FilterCheck {
  const { field, of, op, value, path } = asked;
  const timed = of.type === 'moment';
  const range = ({ from, to }: { from?: Bound; to?: Bound }): FilterCheck => ({
    check: 'range',
    field,
    ...(timed && { moment: true as const }),
    ...(from && { from }),
    ...(to && { to }),
  });
  const from = ({ first }: Stretch): Bound => ({ value: first });
  const to = ({ last }: Stretch): Bound => (timed ? { value: last, open: true } : { value: last });
  if (op === 'in_last' || op === 'in_next') {
    const stretch = stretchOf(asked, clock);
    return range({ from: from(stretch), to: to(stretch) });
  }
  const read = (given: unknown, here: string) => pointOf(given, here, timed && !op.includes('on'), clock);
  const lasting = (point: Day | number): Stretch => {
    if (typeof point === 'number') return { first: point, last: point + 1 };
    return timed ? wholeDay(point, point, clock) : { first: point, last: point };
  };
  if (op === 'between') {
    const [one, two] = twoIn(
      value,
      path,
      (given, here) => lasting(read(given, here)),
      ({ first }) => first,
    );
    return range({ from: from(one), to: to(two) });
  }
  const point = lasting(read(value, path));
  switch (op) {
    case 'before':
      return range({ to: { value: point.first, open: true } });
    case 'on_or_before':
      return range({ to: to(point) });
    case 'after':
      return range({ from: timed ? { value: point.last } : { value: point.last, open: true } });
    case 'on_or_after':
      return range({ from: from(point) });
    default: {
      const on = range({ from: from(point), to: to(point) });
      return op === 'not_on' ? { check: 'not', of: on } : on;
    }
  }
}

const wholeDay = (first: Day, last: Day, { timeZone }: Clock): Stretch => ({
  first: startOfDay(first, timeZone),
  last: startOfDay(addToDay(last, 1, 'day'), timeZone),
});

/** A moment in ISO 8601 that says how far its clock is from UTC, to the millisecond at most. */
const isMoment = (value: unknown): value is string =>
  typeof value === 'string' &&
  isDay(value.slice(0, 10)) &&
  /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/.test(value);

/** A day, as it is or counted from today, or an exact moment. */
function pointOf(value: unknown, path: string, exact: boolean, clock: Clock): Day | number {
  if (isDay(value)) return value;
  if (exact && isMoment(value)) return Date.parse(value);
  if (typeof value === 'object' && value !== null) {
    const { offset, unit } = value as Partial<RelativeDay>; // looked at by what reads them
    return shifted(
      dayAt(clock.now, clock.timeZone),
      numberOf(offset, `${path}.offset`, -filterLimits.span),
      unitOf(unit, `${path}.unit`, false) as DayUnit,
      path,
    );
  }
  throw new FaultAt(
    path,
    'value_wrong',
    exact
      ? 'Give a day such as 2026-03-29, a moment such as 2026-03-29T10:00:00Z, or a number of days from today.'
      : 'Give a day such as 2026-03-29, or a number of days from today.',
  );
}

/** The days, or for hours the moments, that lie before or after today or now. */
function stretchOf({ of, op, value, path }: Asked, clock: Clock): Stretch {
  const { count, unit } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Span>; // looked at below
  const timed = of.type === 'moment';
  const [many, each] = [numberOf(count, `${path}.count`, 1), unitOf(unit, `${path}.unit`, timed)];
  if (each === 'hour') {
    const length = many * 3_600_000;
    return op === 'in_last'
      ? { first: clock.now - length, last: clock.now + 1 }
      : { first: clock.now, last: clock.now + length + 1 };
  }
  const today = dayAt(clock.now, clock.timeZone);
  const far = shifted(today, op === 'in_last' ? -many : many, each, path);
  const [first, last] = op === 'in_last' ? [addToDay(far, 1, 'day'), today] : [today, addToDay(far, -1, 'day')];
  return timed ? wholeDay(first, last, clock) : { first, last };
}

function shifted(today: Day, count: number, unit: DayUnit, path: string): Day {
  const day = addToDay(today, count, unit);
  if (!isDay(day)) throw new FaultAt(path, 'out_of_range', 'This lies too far from today.');
  return day;
}

function numberOf(value: unknown, path: string, least: number): number {
  const { span: limit } = filterLimits;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= limit) return value;
  throw new FaultAt(path, 'value_wrong', `Give a whole number from ${least} to ${limit}.`, { limit });
}

function unitOf(value: unknown, path: string, hours: boolean): SpanUnit {
  const units = hours ? spanUnits : spanUnits.slice(1);
  const unit = units.find((one) => one === value);
  if (unit === undefined) throw new FaultAt(path, 'value_wrong', `Give one of ${units.join(', ')}.`);
  return unit;
}
