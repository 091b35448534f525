import { z } from 'zod';
import { ACTS, type Behaviour, readBehaviour, TONES } from '../people/behaviour.ts';
import { FAULT_KINDS } from '../smtp/faults.ts';

const behaviourObject = z.strictObject({
  act: z.enum(ACTS),
  tone: z.enum(TONES).optional(),
  delaySeconds: z.number().min(0).optional(),
  inSession: z.boolean().optional(),
  byFooter: z.boolean().optional(),
  proxied: z.boolean().optional(),
});

const word = z.string().transform((given, context): Behaviour => {
  const behaviour = readBehaviour(given);
  if (behaviour) return behaviour;
  context.addIssue(`"${given}" is neither an act (${ACTS.join(', ')}) nor a tone (${TONES.join(', ')})`);
  return z.NEVER;
});

/** What the controls take: one schema for each path below `/control/`. */
export const CONTROLS = {
  behaviour: z.strictObject({
    address: z.string().includes('@', 'must be an address'),
    behaviour: z.union([word, behaviourObject]),
  }),
  faults: z.strictObject({
    faults: z.array(
      z.strictObject({
        kind: z.enum(FAULT_KINDS),
        match: z.string().optional(),
        times: z.int().min(0).optional(),
        delayMs: z.int().min(0).max(600_000).optional(),
        reply: z
          .string()
          .regex(/^[45]\d\d [\x20-\x7e]+$/, 'must be an SMTP refusal such as "552 5.2.2 Mailbox full"')
          .optional(),
      }),
    ),
  }),
  act: z.strictObject({
    messageId: z.union([z.int(), z.string()]),
    action: word,
    byFooter: z.boolean().optional(),
  }),
  reset: z.strictObject({}),
};

export type ControlName = keyof typeof CONTROLS;
export type ControlBody<Name extends ControlName> = z.output<(typeof CONTROLS)[Name]>;

/** The body of a control, or a sentence that names each wrong field. */
export function readControl<Name extends ControlName>(
  name: Name,
  body: unknown,
): { body: ControlBody<Name> } | { mistake: string } {
  const read = CONTROLS[name].safeParse(body);
  // The compiler does not follow the name through the record; the schema was looked up by that very name.
  if (read.success) return { body: read.data as ControlBody<Name> };
  const mistakes = flatten(read.error.issues).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return { mistake: `This cannot be done. ${mistakes.join('; ')}.` };
}

type Issue = z.core.$ZodIssue;

/** The mistakes of the variant of a union that was meant: the one that could read the value's kind at all. */
function flatten(issues: Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const isMeant = (variant: Issue[]) => !variant.some(({ code, path }) => code === 'invalid_type' && !path.length);
    const meant = issue.errors.find(isMeant);
    return meant ? flatten(meant).map((one) => ({ ...one, path: [...issue.path, ...one.path] })) : [issue];
  });
}
