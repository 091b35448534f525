import { z } from 'zod';
import type { Answer } from './ask.ts';
import { TraceError } from './trace-error.ts';

/** What was made, by its id. */
export const made = z.object({ id: z.string() });

/** The part of a procedure's answer that the check goes on with. @throws TraceError when it was refused. */
export function resultOf<T>({ status, text }: Answer, shape: z.ZodType<T>): T {
  if (status !== 200) throw new TraceError(`The installation of the check answered ${status}: ${text.slice(0, 500)}`);
  return z.object({ result: z.object({ data: shape }) }).parse(JSON.parse(text)).result.data;
}
