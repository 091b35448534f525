import { nice, ticks as ticksOf } from 'd3-array';

export interface Series {
  name: string;
  values: readonly number[];
}
export type ChartKind = 'line' | 'bar' | 'stacked';

/** Where things are in a drawing; all in px of its own box. */
export interface Frame {
  width: number;
  height: number;
  /** Middle of a label's band. */
  x: (index: number) => number;
  band: number;
  y: (value: number) => number;
  ticks: readonly number[];
  /** The sides of the plot, and which way text runs. */
  start: number;
  end: number;
  rtl: boolean;
  /** Whether series are named at their ends instead of above. */
  direct: boolean;
}
interface FrameInput {
  kind: ChartKind;
  series: readonly Series[];
  count: number;
  width: number;
  height: number;
  rtl: boolean;
  format: (value: number) => string;
}
const TOP = 14;
const BOTTOM = 26;
/** Width of a character at the size of labels: near enough to leave room. */
const CHARACTER = 6.8;
/** Below this width the names need the room of the plot. */
export const ROOM_FOR_NAMES = 460;

/** Lays out a drawing: scales, ticks, and room for the names of series at the ends of their lines. */
export function chartFrame({ kind, series, count, width, height, rtl, format }: FrameInput): Frame {
  const values = series.flatMap((one) => one.values);
  const high =
    kind === 'stacked'
      ? Math.max(
          0,
          ...[...new Array(count).keys()].map((at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0)),
        )
      : Math.max(0, ...values);
  const whole = values.every(Number.isInteger);
  const [, top] = nice(0, Math.max(high, whole ? 4 : Number.EPSILON), 4);
  const foot = height - BOTTOM;
  const y = (value: number): number => foot - (value / top) * (foot - TOP);
  const ticks = ticksOf(0, top, 4).filter((tick) => !whole || Number.isInteger(tick));
  const direct = kind !== 'bar' && series.length > 1 && series.length <= 4 && width >= ROOM_FOR_NAMES;
  const longest = Math.max(0, ...series.map((one) => one.name.length));
  // Charts below each other share their days, whatever they count: there is room for three digits.
  const before = 12 + CHARACTER * Math.max(3, ...ticks.map((tick) => format(tick).length));
  const after = direct ? Math.min(width * 0.3, 18 + CHARACTER * longest) : 6;
  const inner = width - before - after;
  const band = inner / Math.max(1, count);
  // Time runs the way text does.
  const at = (offset: number): number => (rtl ? width - offset : offset);
  return {
    width,
    height,
    band,
    y,
    ticks,
    rtl,
    direct,
    x: (index) => at(before + band * (index + 0.5)),
    start: at(before),
    end: at(before + inner),
  };
}

/** The label under a point of the drawing. */
export function labelAt({ start, band, rtl }: Frame, x: number, count: number): number {
  const index = Math.floor((rtl ? start - x : x - start) / band);
  return Math.max(0, Math.min(count - 1, index));
}

/** Moves names apart that would stand on each other, as little as it takes. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((one, other) => one.at - other.at);
  let least = low;
  for (const name of order) {
    name.at = Math.max(name.at, least);
    least = name.at + gap;
  }
  let most = high;
  for (const name of order.toReversed()) {
    name.at = Math.min(name.at, most);
    most = name.at - gap;
  }
  return order.toSorted((one, other) => one.index - other.index).map(({ at }) => at);
}
