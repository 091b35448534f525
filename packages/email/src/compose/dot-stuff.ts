const [DOT, LF] = [0x2e, 0x0a];

/** A mail ready for SMTP `DATA` (RFC 5321, 4.5.2): a second dot before each line that begins with one. */
export function dotStuff(raw: Uint8Array): Uint8Array {
  const dots: number[] = [];
  for (let at = raw.indexOf(DOT); at !== -1; at = raw.indexOf(DOT, at + 1)) {
    if (at === 0 || raw[at - 1] === LF) dots.push(at);
  }
  if (dots.length === 0) return raw;
  const stuffed = new Uint8Array(raw.length + dots.length);
  let from = 0;
  for (const [index, at] of dots.entries()) {
    stuffed.set(raw.subarray(from, at), from + index);
    stuffed[at + index] = DOT;
    from = at;
  }
  stuffed.set(raw.subarray(from), from + dots.length);
  return stuffed;
}
