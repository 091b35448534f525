/** Letters that may be wrong in an asked word: none in a short one or a number, one from five letters on, two from nine. */
export function lettersAllowed(word: string): 0 | 1 | 2 {
  const { length } = Array.from(word);
  if (length < 5 || /\d/.test(word)) return 0;
  return length < 9 ? 1 : 2;
}

/** Whether a word may be meant by an asked one: so many letters are wrong, missing, too many, or change places with the next. */
export const isNear = (asked: string, word: string): boolean =>
  distance(Array.from(asked), Array.from(word), lettersAllowed(asked)) <= lettersAllowed(asked);

/** The letters that separate two words, up to one more than `most`. */
function distance(one: readonly string[], other: readonly string[], most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = other.map((_, index) => index).concat(other.length);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now[column] = Math.min(
        above[column]! + 1, // inside the row above, as all here
        now[column - 1]! + 1,
        above[column - 1]! + (same ? 0 : 1),
        swapped ? before[column - 2]! + 1 : Infinity,
      );
    }
    if (Math.min(...now) > most) return most + 1;
    [before, above] = [above, now];
  }
  return above[other.length]!;
}
