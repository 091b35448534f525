/** Neighbouring rows that are known. */
interface Segment<T> {
  readonly start: number;
  readonly items: readonly T[];
}

/** A place in the list that can be asked from: the row at `position` is the first one after `cursor`. */
export interface Anchor {
  readonly position: number;
  readonly cursor: string | null;
}

/** Rows as a view reads them: how many there are, and those that are known. */
export interface RowsView<T> {
  readonly count: number;
  at(index: number): T | undefined;
}

/** One answer of the platform put at its place. */
export interface Chunk<T> {
  start: number;
  items: readonly T[];
  /** Where a cursor that came with it leads, if one did. */
  anchor: Anchor | null;
  /** Whether nothing follows. */
  last: boolean;
}

/** Known rows kept around what is looked at; more are forgotten and asked again when they come back into view. */
const KEEP_ROWS = 1600;
/** Cursors kept as places to ask from. */
const KEEP_ANCHORS = 1000;

/** A long list of which parts are known. Immutable, and bounded however far one scrolls. */
export class SparseRows<T extends { id: string }> implements RowsView<T> {
  readonly segments: readonly Segment<T>[];
  readonly #anchors: ReadonlyMap<number, string>;
  /** Where the list ends, once its end was seen. */
  readonly end: number | null;

  constructor(
    segments: readonly Segment<T>[] = [],
    anchors: ReadonlyMap<number, string> = new Map(),
    end: number | null = null,
  ) {
    this.segments = segments;
    this.#anchors = anchors;
    this.end = end;
  }

  /** One past the last row that is known. */
  get count(): number {
    const last = this.segments.at(-1);
    return this.end ?? (last ? last.start + last.items.length : 0);
  }

  at(index: number): T | undefined {
    for (const { start, items } of this.segments) {
      if (index >= start && index < start + items.length) return items[index - start];
    }
    return undefined;
  }

  indexOf(id: string): number {
    for (const { start, items } of this.segments) {
      const at = items.findIndex((item) => item.id === id);
      if (at >= 0) return start + at;
    }
    return -1;
  }

  /** The first stretch without rows in a range, as wide as it goes within the list; null when all is known. */
  gapIn(from: number, until: number): { from: number; until: number } | null {
    let low = 0;
    for (const { start, items } of this.segments) {
      if (start > from) return from < until ? { from: low, until: start } : null;
      low = start + items.length;
      from = Math.max(from, low);
    }
    return from < until ? { from: low, until: this.end ?? Infinity } : null;
  }

  /** The nearest place at or above a row. */
  anchorFor(position: number): Anchor {
    let best: Anchor = { position: 0, cursor: null };
    for (const [at, cursor] of this.#anchors) {
      if (at <= position && at > best.position) best = { position: at, cursor };
    }
    return best;
  }

  /** Adds an answer and forgets what is farthest from it. An answer that holds a row known elsewhere says that the list moved: then only it is kept. */
  with(chunk: Chunk<T>): SparseRows<T> {
    const { start, items, anchor, last } = chunk;
    const until = start + items.length;
    const ids = new Set(items.map((item) => item.id));
    const moved = this.segments.some(
      (segment) =>
        (segment.start >= until || segment.start + segment.items.length <= start) &&
        segment.items.some((item) => ids.has(item.id)),
    );
    if (moved) return new SparseRows<T>().with(chunk);
    const anchors = new Map(this.#anchors);
    if (anchor?.cursor) anchors.set(anchor.position, anchor.cursor);
    for (const old of anchors.keys()) {
      if (anchors.size <= KEEP_ANCHORS) break;
      anchors.delete(old);
    }
    const others = this.segments.filter((segment) => segment.start >= until || segment.start < start);
    const cut = others.map((segment) =>
      segment.start < start && segment.start + segment.items.length > start
        ? { ...segment, items: segment.items.slice(0, start - segment.start) }
        : segment,
    );
    const segments = [...cut, { start, items }]
      .filter((segment) => segment.items.length > 0)
      .toSorted((a, b) => a.start - b.start);
    const end = last && (items.length > 0 || start === 0) ? until : this.end;
    return new SparseRows(near(segments, start), anchors, end);
  }

  /** Without some rows; what follows moves up. */
  without(ids: ReadonlySet<string>): SparseRows<T> {
    const goneAt: number[] = [];
    for (const { start, items } of this.segments) {
      for (const [at, item] of items.entries()) if (ids.has(item.id)) goneAt.push(start + at);
    }
    const moved = (position: number): number => position - goneAt.filter((at) => at < position).length;
    return new SparseRows(
      this.segments
        .map(({ start, items }) => ({ start: moved(start), items: items.filter((item) => !ids.has(item.id)) }))
        .filter(({ items }) => items.length > 0),
      new Map([...this.#anchors].map(([position, cursor]) => [moved(position), cursor])),
      this.end === null ? null : moved(this.end),
    );
  }

  /** With every known row of an id changed. */
  changed(id: string, change: (row: T) => T): SparseRows<T> {
    return new SparseRows(
      this.segments.map((segment) =>
        segment.items.some((item) => item.id === id)
          ? { ...segment, items: segment.items.map((item) => (item.id === id ? change(item) : item)) }
          : segment,
      ),
      this.#anchors,
      this.end,
    );
  }
}

/** The segments nearest to a position that together stay within what is kept. */
function near<T>(segments: readonly Segment<T>[], position: number): readonly Segment<T>[] {
  let room = KEEP_ROWS;
  const distance = ({ start, items }: Segment<T>): number =>
    Math.max(start - position, position - start - items.length, 0);
  const kept = new Set(
    segments
      .toSorted((a, b) => distance(a) - distance(b))
      .filter(({ items }, at) => (room -= items.length) >= 0 || at === 0),
  );
  return segments.filter((segment) => kept.has(segment));
}
