/** A text as a value of iCalendar (RFC 5545, 3.3.11). */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    // oxlint-disable-next-line no-control-regex -- no calendar takes them
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** So many octets fit a line (3.1). */
const longest = 75;

/** One content line, folded at whole characters. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      parts.push(part);
      // The space that begins the next line counts.
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** Content lines as a stream of iCalendar. */
export const foldLines = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('');

/** A day or a wall clock (`2026-12-01T09:30`) in the basic form. */
export const basic = (text: string): string => text.replaceAll(/[-:]/g, '');

/** A moment in UTC. */
export const basicUtc = (moment: Date): string => `${basic(moment.toISOString().slice(0, 19))}Z`;
