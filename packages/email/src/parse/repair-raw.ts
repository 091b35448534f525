const LF = 10;
const CR = 13;

/**
 * The bytes of a mail with the damage undone that keeps a reader from its headers: a byte order mark or empty lines in
 * front, line ends of CR alone, a file saved as UTF-16. A sound mail is returned as it is, without a copy.
 */
export function repairRaw(raw: Uint8Array | string, most: number): Buffer {
  let bytes =
    typeof raw === 'string'
      ? Buffer.from(raw.slice(0, most))
      : Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, most));
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    bytes = Buffer.from(new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes));
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === CR || bytes[start] === LF) start += 1;
  bytes = bytes.subarray(start);
  // The first line tells how lines end.
  const [cr, lf] = [bytes.indexOf(CR), bytes.indexOf(LF)];
  const isBareCr = cr !== -1 && (lf === -1 || cr < lf - 1) && looksLikeField(bytes, cr + 1);
  return isBareCr ? replaceBareCr(bytes) : bytes;
}

function looksLikeField(bytes: Buffer, at: number): boolean {
  return /^(\r|[ \t]|[!-9;-~]{1,76}:)/.test(bytes.toString('latin1', at, at + 80)) || bytes.indexOf(LF) === -1;
}

function replaceBareCr(bytes: Buffer): Buffer {
  const result = Buffer.from(bytes);
  for (let at = result.indexOf(CR); at !== -1; at = result.indexOf(CR, at + 1))
    if (result[at + 1] !== LF) result[at] = LF;
  return result;
}
