import { isUtf8 } from 'node:buffer';

const LF = 10;
const CR = 13;

/**
 * The bytes of a mail with the damage undone that keeps a parser from its headers: a byte order mark or empty lines in
 * front, line ends of CR alone, NUL bytes and undeclared 8-bit text in the headers. A sound mail is returned as it is.
 */
export function repairRaw(raw: Uint8Array | string): Uint8Array {
  let bytes = typeof raw === 'string' ? Buffer.from(raw) : Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === CR || bytes[start] === LF) start += 1;
  bytes = bytes.subarray(start);
  if (bytes.includes(CR) && !bytes.includes(LF)) bytes = Buffer.from(bytes.map((byte) => (byte === CR ? LF : byte)));
  const end = headerEnd(bytes);
  const head = bytes.subarray(0, end);
  if (isUtf8(head) && !head.includes(0)) return bytes;
  const text = decoderOf(head).decode(head).replaceAll('\0', '');
  return Buffer.concat([Buffer.from(text), bytes.subarray(end)]);
}

/**
 * The mail with the boundary its parts really have, when its `Content-Type` names none or another one; undefined when no
 * line looks like a boundary.
 */
export function repairBoundary(bytes: Uint8Array, contentType: string): Uint8Array | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = headerEnd(raw);
  const boundary = /^--([^\s-][^\r\n"]{0,69}?|-{1,40}[^\s"-][^\r\n"]{0,69}?)[ \t]*$/m.exec(
    raw.toString('latin1', end, end + 100_000),
  )?.[1];
  if (!boundary) return undefined;
  const rest = raw.toString('latin1', 0, end).replace(/^content-type:.*(\r?\n[ \t].*)*\r?\n?/im, '');
  const type = contentType.replace(/;\s*boundary\s*=\s*("[^"]*"?|[^\s;]*)/i, '').replace(/\s+/g, ' ');
  return Buffer.concat([
    Buffer.from(`Content-Type: ${type}; boundary="${boundary}"\r\n${rest}`, 'latin1'),
    raw.subarray(end),
  ]);
}

/** Where the headers end: at the first empty line. */
function headerEnd(bytes: Buffer): number {
  const ends = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')].filter((at) => at !== -1);
  return ends.length > 0 ? Math.min(...ends) + 1 : bytes.length;
}

// Who writes bare 8-bit headers writes them as the body.
function decoderOf(head: Buffer): TextDecoder {
  if (isUtf8(head)) return new TextDecoder();
  const charset = /charset="?([\w.:-]{1,40})/i.exec(head.toString('latin1'))?.[1] ?? '';
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === 'utf-8' ? new TextDecoder('windows-1252') : decoder;
  } catch {
    return new TextDecoder('windows-1252');
  }
}
