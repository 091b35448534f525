import { checkHex } from './check-hex.ts';

export type Triple = [number, number, number];

/** Reads `#rgb` or `#rrggbb` as three channels 0..1; throws a sentence when it is neither. */
export function parseHex(color: string): Triple {
  checkHex(color);
  const hex = color.trim().replace(/^#/, '');
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const channel = (at: number): number => parseInt(full.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}
