import { isAttribution, opensQuotedMail, SIGNATURE, SMALL_SIGNATURE } from './quote-marks.ts';

/** A text reply in two: what its author wrote, and what was quoted or signed. */
export interface VisibleReply {
  reply: string;
  quoted: string;
}

/**
 * Parts a plain text reply from its quotes and its signature; the whole text is the reply when neither is found. Every
 * line is looked at once, by patterns that cannot look back: the work grows with the length of the text and no faster.
 */
export function visibleReply(text: string): VisibleReply {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const own: string[] = [];
  const quoted: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const attribution = isAttribution(lines, index);
    const marked = attribution > 0 && isMarked(nextWritten(lines, index + attribution));
    if (isMarked(line)) quoted.push(line);
    else if (marked) {
      // Below quoted lines that carry marks the author may go on writing.
      quoted.push(...lines.slice(index, index + attribution));
      index += attribution - 1;
    } else if (attribution > 0 || opensQuotedMail(lines, index) || signs(line, own)) {
      quoted.push(...lines.slice(index));
      break;
    } else if (SMALL_SIGNATURE.test(line.slice(0, 200))) quoted.push(line);
    else own.push(line);
  }
  return { reply: joined(own), quoted: joined(quoted) };
}

function isMarked(line: string): boolean {
  return line.startsWith('>');
}

function nextWritten(lines: readonly string[], from: number): string {
  const [first = '', second = '', third = ''] = lines.slice(from, from + 3);
  return first.trim() ? first : second.trim() ? second : third;
}

/** A closing ends the text of who has written something; above that it may be all there is. */
function signs(line: string, own: readonly string[]): boolean {
  return line.length < 60 && SIGNATURE.test(line.trim()) && own.some((one) => one.trim() !== '');
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
