import { TemplateError } from './template-error.ts';

/** What one template may ask for; more than any letter needs, and little enough to be read at once. */
export const LIMITS = {
  /** Characters of the source. */
  source: 500_000,
  /** Places that print or decide something. */
  tags: 500,
  /** Characters of one such place. */
  tag: 2_000,
  /** Values, operators and filters of one such place: what is looked at each time round a loop. */
  parts: 80,
  /** Blocks inside one another. */
  blocks: 50,
} as const;

const BLOCK = /^[\s-]*(end)?(if|unless|for|case|raw|comment)\b/;

/** Refuses, before anything is built from it, a source that would take long to read; looks at every character once. */
export function measureSource(source: string): void {
  if (source.length > LIMITS.source)
    throw refuse(`The template is ${source.length} characters long; shorten it to ${LIMITS.source}.`);
  let tags = 0;
  let blocks = 0;
  // The next place a `%}` or `}}` stands, kept while it lies ahead: each search goes on where the last one ended.
  const ends = { '{{': -1, '{%': -1 };
  for (let at = source.indexOf('{'); at >= 0; at = source.indexOf('{', at + 1)) {
    const opening = source.slice(at, at + 2);
    if (opening !== '{{' && opening !== '{%') continue;
    if (++tags > LIMITS.tags)
      throw refuse(`The template has more than ${LIMITS.tags} merge fields and conditions. Use fewer.`, source, at);
    if (ends[opening] < at) {
      const end = source.indexOf(opening === '{{' ? '}}' : '%}', at + 2);
      ends[opening] = end < 0 ? source.length : end;
    }
    // One that never closes is for the parser to name.
    if (ends[opening] < source.length && ends[opening] - at > LIMITS.tag)
      throw refuse(`A merge field or condition is longer than ${LIMITS.tag} characters. Shorten it.`, source, at);
    const block = opening === '{%' ? BLOCK.exec(source.slice(at + 2, at + 40)) : null;
    if (block) blocks += block[1] ? -1 : 1;
    if (blocks > LIMITS.blocks)
      throw refuse(`Conditions are nested more than ${LIMITS.blocks} deep. Take some apart.`, source, at);
    at += 1;
  }
}

function refuse(problem: string, source = '', at = 0): TemplateError {
  const before = source.slice(0, at).split('\n');
  const place = source ? { line: before.length, column: before.at(-1)!.length + 1 } : {};
  return new TemplateError('template.limit_exceeded', problem, place);
}
