import { encode } from 'uqr';
import type { SecondFactorSetUp } from '@tabard/contract/identity/account';

/** A text as a QR code: its dark squares as one path. A square is 1 wide, and a quiet zone of 4 stands around them. */
export function pictureOf(text: string): SecondFactorSetUp['picture'] {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
