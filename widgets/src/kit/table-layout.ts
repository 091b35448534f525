/** A column of a table. */
export interface Column<T> {
  id: string;
  label: string;
  /** A CSS grid track; `minmax(120px, 1fr)` when left out. */
  width?: string;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Where room is short such columns go, the highest first; one without a number never does. */
  gives?: number;
  /** It is shown only to readers who chose it. */
  extra?: true | undefined;
  /** The label is heard but not seen; such a column stays where it is. */
  hideLabel?: boolean;
  cell: (row: T) => unknown;
}

/** What a reader changed about the columns: order, width in px, and which are not shown. Plain data, so that it can be kept. */
export interface TableLayout {
  readonly order?: readonly string[];
  readonly widths?: Readonly<Record<string, number>>;
  readonly hidden?: readonly string[];
  /** Columns that are shown because the reader chose them. */
  readonly extra?: readonly string[];
}

type AnyColumn = Pick<Column<never>, 'id' | 'width' | 'hideLabel' | 'gives' | 'extra'>;
const NARROWEST = 64;
const WIDEST = 960;

/** All columns in the reader's order. The first names the row and stays first; columns the order does not know keep their place at the end. */
export function orderColumns<C extends AnyColumn>(columns: readonly C[], layout: TableLayout): readonly C[] {
  const place = (column: C, at: number): number => {
    if (at === 0) return -1;
    const wanted = column.hideLabel ? -1 : (layout.order?.indexOf(column.id) ?? -1);
    return wanted >= 0 ? wanted : columns.length + at;
  };
  const places = new Map(columns.map((column, at) => [column, place(column, at)]));
  return columns.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** The columns that are shown, in order. */
export function shownColumns<C extends AnyColumn>(columns: readonly C[], layout: TableLayout): readonly C[] {
  return orderColumns(columns, layout).filter((column, at) => at === 0 || isShown(column, layout));
}

/** Whether a reader wants to see a column. */
export const isShown = ({ id, extra }: AnyColumn, { hidden, extra: chosen }: TableLayout): boolean =>
  extra ? chosen?.includes(id) === true : !hidden?.includes(id);

/** What decides which columns are shown; `room` is in px. */
interface Fitting<C> {
  columns: readonly C[];
  layout: TableLayout | null;
  room: number;
}

/** Whether another set of columns may be shown. */
export const arranges = (changed: ReadonlyMap<PropertyKey, unknown>): boolean =>
  (['columns', 'layout', 'room'] satisfies (keyof Fitting<never>)[]).some((name) => changed.has(name));

/** The columns there is room for: those that give way are left out until the rest fits. The very list of before where nothing differs. */
export function fittingColumns<C extends AnyColumn>(fitting: Fitting<C>, before: readonly C[] = []): readonly C[] {
  const { columns, room } = fitting;
  const layout = fitting.layout ?? {};
  let shown = shownColumns(columns, layout);
  for (let first = 1; first > 0 && leastWidthOf(shown, layout.widths) > room;) {
    first = Math.max(...shown.map(({ gives = 0 }) => gives));
    shown = shown.filter(({ gives = 0 }) => gives === 0 || gives !== first);
  }
  return shown.length === before.length && shown.every((column, at) => column === before[at]) ? before : shown;
}

/** The columns that a reader wants and the width has no room for, by id. */
export function unfitColumns(fitting: Fitting<AnyColumn>, shown: readonly AnyColumn[]): readonly string[] {
  return shownColumns(fitting.columns, fitting.layout ?? {})
    .filter((column) => !shown.includes(column))
    .map(({ id }) => id);
}

/** The CSS grid tracks of the columns that are shown. */
export function tracksOf(columns: readonly AnyColumn[], widths: TableLayout['widths'] = {}): string {
  return columns.map(({ id, width }) => (widths[id] ? `${widths[id]}px` : (width ?? 'minmax(120px, 1fr)'))).join(' ');
}

/** The px they need at least; without a length of its own a track needs what one without a width has. */
export function leastWidthOf(columns: readonly AnyColumn[], widths: TableLayout['widths'] = {}): number {
  return columns.reduce(
    (sum, { id, width }) => sum + (widths[id] ?? Number(/(\d+)px/.exec(width ?? '')?.[1] ?? 120)),
    0,
  );
}

/** Tells the styles of a table what its columns are and the room they need. */
export function setTracks(style: CSSStyleDeclaration, ...given: Parameters<typeof tracksOf>): void {
  style.setProperty('--columns', tracksOf(...given));
  style.setProperty('--least', `${leastWidthOf(...given)}px`);
}

export const boundWidth = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

/** With a column moved by a number of places among those that can move. */
export function moveColumn(columns: readonly AnyColumn[], layout: TableLayout, id: string, by: number): TableLayout {
  const order = orderColumns(columns, layout)
    .filter((column, at) => at > 0 && !column.hideLabel)
    .map((column) => column.id);
  const from = order.indexOf(id);
  const to = Math.min(order.length - 1, Math.max(0, from + by));
  if (from < 0 || from === to) return layout;
  order.splice(to, 0, ...order.splice(from, 1));
  return { ...layout, order };
}

/** With a column shown or hidden. */
export function showColumn(layout: TableLayout, { id, extra }: AnyColumn, shown: boolean): TableLayout {
  if (extra) {
    const others = (layout.extra ?? []).filter((one) => one !== id);
    return { ...layout, extra: shown ? [...others, id] : others };
  }
  const hidden = (layout.hidden ?? []).filter((one) => one !== id);
  return { ...layout, hidden: shown ? hidden : [...hidden, id] };
}
