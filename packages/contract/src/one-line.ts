import { z } from 'zod';

/** What begins a new line somewhere, in headers of mails above all. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Invisible signs that turn the order of what stands around them: a name with one reads as another, and so does what follows it. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/** Something that is seen: neither a space nor one of the signs that have no width, of which names written from the right keep theirs. */
const visible = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The schema of a text that keeps its lines: it is trimmed, nothing in it turns the order of its letters, and one of which nothing is seen is empty. */
export const someLines = (): z.ZodString =>
  z
    .string()
    .overwrite((text) => (visible.test(text) ? text.replace(turns, '') : ''))
    .trim();

/** The schema of a text of one line: line breaks and tabs in it become spaces, nothing turns the order of its letters, and it is trimmed. */
export const oneLine = (): z.ZodString => someLines().overwrite((text) => text.replace(breaks, ' ').trim());
