/** A block has 256 rows. */
const SHIFT = 8;
const sum = (list: readonly number[], from: number, until: number): number =>
  list.slice(from, until).reduce((total, more) => total + more, 0);

/** How high the rows of a list are: as measured, or as high as most until they are. */
export class RowHeights {
  usual = 44;
  /** By how much measured rows are higher than usual, one by one and summed up by blocks. */
  readonly #more: number[] = [];
  readonly #sums: number[] = [];

  /** Takes the measured height of a row; gives by how much it grew. */
  set(index: number, height: number): number {
    const more = height - this.usual;
    const grown = more - (this.#more[index] ?? 0);
    this.#more[index] = more;
    const block = index >> SHIFT;
    this.#sums[block] = (this.#sums[block] ?? 0) + grown;
    return grown;
  }

  /** Where a row begins. */
  top(index: number): number {
    const block = index >> SHIFT;
    return index * this.usual + sum(this.#sums, 0, block) + sum(this.#more, block << SHIFT, index);
  }

  /** The row at a place, of so many. */
  at(place: number, count: number): number {
    let from = 0;
    let until = count;
    while (until - from > 1) {
      const middle = (from + until) >> 1;
      if (this.top(middle) <= place) from = middle;
      else until = middle;
    }
    return from;
  }
}
