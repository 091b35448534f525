/** What must not be seen: the words of it, and what it is called in a report. */
export interface Mark {
  readonly name: string;
  readonly pattern: RegExp;
}

/** One occurrence of a mark. */
export interface Found {
  /** The mark's name. */
  mark: string;
  /** The text around it, on one line. */
  around: string;
}

/** The product's name, in any case and inside any other word. */
export const productMark: Mark = { name: 'the product', pattern: /tabard/i };

/** What is said of one text at most: the first traces tell where to look. */
const most = 5;
const margin = 40;

/**
 * Every occurrence of marks in a text, also where the text writes it by percent signs or in base64, as addresses, links of mails and
 * parts of mails do.
 */
export function findTraces(text: string, marks: readonly Mark[]): Found[] {
  const found = new Map<string, Found>();
  for (const reading of readingsOf(text))
    for (const { name, pattern } of marks)
      for (const { index, 0: hit } of reading.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))) {
        const around = reading.slice(Math.max(0, index - margin), index + hit.length + margin).replaceAll(/\s+/g, ' ');
        found.set(`${name} ${around}`, { mark: name, around });
        if (found.size >= most) return [...found.values()];
      }
  return [...found.values()];
}

const percent = /(?:%[0-9a-f]{2})+/gi;
/** Tokens of addresses, and the lines of a mail's parts. */
const encoded = [/[\w-]{16,}/g, /[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]{16,})*/g];

function* readingsOf(text: string): Generator<string> {
  yield text;
  if (text.includes('%'))
    yield text.replaceAll(percent, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  for (const pattern of encoded) {
    const runs = text.match(pattern) ?? [];
    yield runs.map((run) => Buffer.from(run.replaceAll(/\s/g, ''), 'base64').toString('latin1')).join('\n');
  }
}
