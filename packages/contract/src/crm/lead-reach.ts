import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { oneLine } from '../one-line.ts';
import { emailKinds, phoneKinds } from './lead-words.ts';

const label = oneLine().max(60);

const shownEmail = z.object({
  /** The address in the one form in which it is kept. */
  email: z.string(),
  /** What it is for. */
  kind: z.enum(emailKinds),
  /** What it is called; `null` for nothing. */
  label: z.string().nullable(),
});
/** Further addresses of a lead. */
export const shownEmails = z.array(shownEmail);
export const givenEmails = z
  .array(
    z.strictObject({
      email: emailAddress,
      kind: z.enum(emailKinds).default('work'),
      label: label.nullable().default(null),
    }),
  )
  .max(10);

const shownPhone = z.object({
  /** As it was written. */
  number: z.string(),
  /** In the form in which numbers are compared, such as +31201234567; `null` where it cannot be told from which country it is. */
  normal: z.string().nullable(),
  /** What it is for. */
  kind: z.enum(phoneKinds),
  /** What it is called; `null` for nothing. */
  label: z.string().nullable(),
});
/** Further numbers of a lead. */
export const shownPhones = z.array(shownPhone);
export const givenPhones = z
  .array(
    z.strictObject({
      number: oneLine().min(1).max(50),
      kind: z.enum(phoneKinds).default('work'),
      label: label.nullable().default(null),
      /** What the platform finds itself; whatever is given is not looked at, so that a list can be sent back as it came. */
      normal: z.string().max(20).nullable().optional(),
    }),
  )
  .max(10);

export type LeadEmail = z.infer<typeof shownEmail>;
export type LeadPhone = z.infer<typeof shownPhone>;

/** What became of the mails to one, kept for good. */
export const mailFigures = z.object({
  /** Mails that left. */
  sent: z.int(),
  /** Mails that a person opened, each once. */
  opened: z.int(),
  /** Mails in which a link was followed, each once. */
  clicked: z.int(),
  /** Mails that were answered, each once. */
  replied: z.int(),
  /** When the last mail left; `null` before the first. */
  lastContactedAt: z.iso.datetime().nullable(),
  /** When the last answer came; `null` before the first. */
  lastRepliedAt: z.iso.datetime().nullable(),
});
export type MailFigures = z.infer<typeof mailFigures>;

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
/** A language as BCP 47 writes it, such as `de` or `pt-BR`, in its one spelling. */
export const languageCode = z
  .string()
  .trim()
  .max(35)
  .refine((value) => value === '' || isLanguage(value), 'Give a language such as de or pt-BR.')
  .overwrite((value) => (value === '' || !isLanguage(value) ? value : (Intl.getCanonicalLocales(value)[0] ?? value)));

function isLanguage(value: string): boolean {
  try {
    return languageTag.test(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** An address that a page can lead to. */
export const webAddress = z
  .string()
  .trim()
  .max(300)
  .regex(/^(?:https?:\/\/\S+)?$/i, 'Give an address such as https://example.com.');
