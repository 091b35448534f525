import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { domainPurposes, domainStates, recordStates } from './domain-words.ts';
import { placeInput, placeOutput } from './member.ts';

/** One DNS record that proves the name or leads it here, and what was found in its place. */
const record = z.object({
  /** What it is for: `proof` that the name is yours, `pointing` it here. */
  role: z.enum(['proof', 'pointing']),
  /** Its type: `TXT` or `CNAME`. */
  type: z.enum(['TXT', 'CNAME']),
  /** The name to set it at. */
  name: z.string(),
  /** What to set it to. */
  value: z.string(),
  /** What the last check made of it: `found`, `missing`, `wrong`, `unanswered` by the name servers, or `unchecked` so far. */
  state: z.enum(recordStates),
  /** What the last check found there. */
  found: z.array(z.string()),
});

/** A host name that an organization or a workspace claims for a purpose, and how far it is proven. */
export const domainOutput = z.object({
  id: idOutput('domain'),
  ...placeOutput,
  /** The name as name servers know it, such as `xn--mnchen-3ya.example`. */
  host: z.string(),
  /** The name as people read it, such as `münchen.example`. */
  readable: z.string(),
  /** What it is for: the `app` with its sign-in, the `api`, `links` in mails, or the sender of the platform's own `mail`. */
  purpose: z.enum(domainPurposes),
  /**
   * How it stands. `pending`: not proven yet; `verified`: proven, and does not lead here yet; `active`: in use; `failing`: a record is
   * gone, and it is served for some hours more; `lost`: served no more until the records are back.
   */
  state: z.enum(domainStates),
  /** Whether a check is under way. */
  checking: z.boolean(),
  /** The records to set. */
  records: z.array(record),
  /** What the last check found, in words; `null` before the first. */
  finding: z.string().nullable(),
  /** Where it is served; `null` while it is not, and for mail. */
  url: z.string().nullable(),
  /** Moment of the last check, ISO 8601 in UTC; `null` before the first. */
  checkedAt: z.iso.datetime().nullable(),
  /** Moment until which a failing name is served; `null` for any other. */
  servedUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export const domainCreateInput = z.strictObject({
  /** The host name, such as `portal.client.example`; letters of every language are understood. */
  host: z.string().trim().min(1).max(300),
  /** What is served under it. */
  purpose: z.enum(domainPurposes),
  ...placeInput,
});
/** The names of a workspace or an organization, the oldest first. */
export const domainListInput = z.strictObject({ ...pageInput, ...placeInput });
export const domainCheckInput = z.strictObject({ id: idInput('domain') });
export const domainRemoveInput = z.strictObject({ id: idInput('domain') });
export const domainRemoveOutput = z.object({ id: idOutput('domain') });

export type Domain = z.infer<typeof domainOutput>;
