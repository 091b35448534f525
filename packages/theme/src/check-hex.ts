/** Throws a sentence when a colour is neither `#rgb` nor `#rrggbb`. */
export function checkHex(color: string): void {
  if (!/^\s*#?(?:[\da-f]{3}){1,2}\s*$/i.test(color))
    throw new RangeError(`"${color}" is no colour: write #rgb or #rrggbb.`);
}
