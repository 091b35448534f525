/** Decodes uuencode (`begin 644 name` … `end`), or null where there is none. */
export function decodeUuencoded(source: Buffer): Buffer | null {
  const text = source.toString('latin1');
  const begin = /^begin(-\w+)? [0-7]{3,4} [^\r\n]{0,255}\r?\n/m.exec(text);
  if (!begin) return null;
  const parts: Buffer[] = [];
  for (const line of text.slice(begin.index + begin[0].length).split(/\r?\n/)) {
    if (line === 'end') break;
    const length = (line.charCodeAt(0) - 32) & 63;
    if (line === '' || length === 0) continue;
    // Each letter stands for six bits, as those of base64 do.
    const letters = line.slice(1).replace(/[^]/g, (letter) => BASE64[(letter.charCodeAt(0) - 32) & 63]!);
    parts.push(Buffer.from(letters, 'base64').subarray(0, length));
  }
  return Buffer.concat(parts);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
