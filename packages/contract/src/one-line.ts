import { z } from 'zod';

/** What begins a new line somewhere, in headers of mails above all. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** The schema of a text of one line: line breaks and tabs in it become spaces, and it is trimmed. */
export const oneLine = (): z.ZodString =>
  z
    .string()
    .overwrite((text) => text.replace(breaks, ' '))
    .trim();
