/** One node of a message's structure, with the bytes it covers. */
export interface MimePart {
  /** Header block with its closing empty line. */
  header: Buffer;
  body: Buffer;
  headers: Map<string, string>;
  type: string;
  subtype: string;
  parameters: Map<string, string>;
  children: MimePart[];
}

/** Reads the structure of a raw message; anything odd becomes a plain text leaf. */
export function readMimePart(raw: Buffer, fallback = 'text/plain', depth = 0): MimePart {
  const split = findHeaderEnd(raw);
  const header = raw.subarray(0, split);
  const body = raw.subarray(split);
  const headers = readHeaders(header);
  const { value, parameters } = readParameters(headers.get('content-type') ?? fallback);
  const [type = 'text', subtype = 'plain'] = value.toLowerCase().split('/');
  const part: MimePart = { header, body, headers, type, subtype, parameters, children: [] };
  const boundary = parameters.get('boundary');
  if (depth < 20 && type === 'multipart' && boundary) {
    const inner = subtype === 'digest' ? 'message/rfc822' : 'text/plain';
    part.children = cutAtBoundary(body, boundary).map((child) => readMimePart(child, inner, depth + 1));
  } else if (depth < 20 && type === 'message' && subtype === 'rfc822') {
    part.children = [readMimePart(body, 'text/plain', depth + 1)];
  }
  return part;
}

function findHeaderEnd(raw: Buffer): number {
  if (raw[0] === 10) return 1;
  if (raw[0] === 13 && raw[1] === 10) return 2;
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4;
  return lf >= 0 ? lf + 2 : raw.length;
}

/** First value of each field, unfolded, by lower-case name. */
function readHeaders(header: Buffer): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of header
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Splits `text/plain; charset="utf-8"` into value and parameters. */
function readParameters(field: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  const value = field.split(';', 1)[0]?.trim() ?? '';
  for (const match of field.matchAll(/;\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)/g)) {
    const [, name = '', text = ''] = match;
    parameters.set(name.toLowerCase(), text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text);
  }
  return { value, parameters };
}

function cutAtBoundary(body: Buffer, boundary: string): Buffer[] {
  // latin1 keeps one character per byte, so positions in the text are positions in the buffer.
  const text = body.toString('latin1');
  const escaped = Buffer.from(boundary)
    .toString('latin1')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const marks = [...text.matchAll(new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?:\\r?\\n|$)`, 'g'))];
  const parts: Buffer[] = [];
  for (const [index, mark] of marks.entries()) {
    if (mark[1]) break;
    const start = mark.index + mark[0].length;
    parts.push(body.subarray(start, Math.max(start, marks[index + 1]?.index ?? body.length)));
  }
  return parts;
}
