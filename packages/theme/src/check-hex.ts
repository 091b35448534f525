/** Throws a sentence when a colour is neither `#rgb` nor `#rrggbb`. */
export function checkHex(color: string): void {
  if (!/^\s*#?(?:[\da-f]{3}){1,2}\s*$/i.test(color))
    throw new RangeError(`"${color}" is not a colour: write it as #rgb or #rrggbb.`);
}
