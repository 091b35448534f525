import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { brandInput, brandOutput } from '../brand.ts';
import { idInput, idOutput } from '../ids.ts';
import { languages } from '../languages.ts';
import { pageInput } from '../page.ts';
import { externalId } from './external-id.ts';
import { standingSchema } from './standing.ts';

const name = oneLine().min(1).max(120);

/** An IANA time zone, such as Europe/Paris. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'Give an IANA time zone such as Europe/Paris.');
/** The languages of mails' footers and of hosted pages. */
export const workspaceLocale = z.enum(languages);

/** What happens to a mail whose acceptance is not known: stop and show it, or send the same bytes again. */
export const deliveryGuaranteeSchema = z.enum(['at_most_once', 'at_least_once']);

/** How leads come to companies by the domains of their addresses: not at all, to those that are there, or to new ones, too. */
export const companyMatchingSchema = z.enum(['off', 'join', 'create']);

/** A leaf of the tenancy tree: one client, the tenant. */
export const workspaceOutput = z.object({
  id: idOutput('workspace'),
  organizationId: idOutput('organization'),
  /** What your own system calls it; `null` where nothing was said. */
  externalId: z.string().nullable(),
  /** What it is called among workspaces, 1 to 120 characters. */
  name: z.string(),
  /** Whether it is open, with everything above it. */
  standing: standingSchema,
  /** Its clock, by which days begin and reports count: an IANA time zone such as Europe/Paris. */
  timeZone: z.string(),
  /** Language of its mails' footers and its hosted pages; elements on your own page take the page's. */
  locale: workspaceLocale,
  /** What happens to a mail whose acceptance is not known: `at_most_once` stops and asks a person, `at_least_once` sends the same bytes again. */
  deliveryGuarantee: deliveryGuaranteeSchema,
  /** Mails all mailboxes together may send in one local day; `null` for no limit of its own. */
  dailyCap: z.int().nullable(),
  /** How it looks and signs, with everything inherited filled in. */
  brand: brandOutput,
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
});

export const workspaceCreateInput = z.strictObject({
  organizationId: idInput('organization'),
  name,
  /** What your own system calls it, once in an organization. */
  externalId: externalId.optional(),
  /** Its clock; left out, it is inherited. */
  timeZone: timeZoneSchema.optional(),
  /** Language of its mails' footers and its hosted pages; left out, it is inherited. */
  locale: workspaceLocale.optional(),
  /** Parts of the brand to set here; the others are inherited. */
  brand: brandInput.optional(),
});
export const workspaceUpdateInput = z.strictObject({
  id: idInput('workspace'),
  name: name.optional(),
  /** What your own system calls it, once in an organization; `null` for nothing. */
  externalId: externalId.nullable().optional(),
  timeZone: timeZoneSchema.optional(),
  locale: workspaceLocale.optional(),
  deliveryGuarantee: deliveryGuaranteeSchema.optional(),
  dailyCap: z.int().min(0).max(10_000_000).nullable().optional(),
  /** Whether leads join the companies of their domains, and whether those are made; left out, it stays. */
  companyMatching: companyMatchingSchema.optional(),
  /** Parts of the brand to set here; those left out stay as they are. */
  brand: brandInput.optional(),
});
export const workspaceGetInput = z
  .strictObject({
    id: idInput('workspace').optional(),
    /** What your own system calls it, instead of the id. */
    externalId: externalId.optional(),
    /** The organization whose external id is meant, where several of your branch may have the same. */
    organizationId: idInput('organization').optional(),
  })
  .refine(({ id, externalId: named }) => (id === undefined) !== (named === undefined), {
    path: ['id'],
    message: 'Give either the id or the external id.',
  });
export const workspaceListInput = z.strictObject({
  ...pageInput,
  /** Only those right below this organization. */
  organizationId: idInput('organization').optional(),
});

export type Workspace = z.infer<typeof workspaceOutput>;

const zoneName = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][\w+-]*)+)$/;

/**
 * Whether a text names a zone as the tz database does, by area and place, or is UTC. Short names (IST, CET) and offsets (+05:00) are
 * refused: programs and databases mean different things by them.
 */
export function isTimeZone(value: string): boolean {
  if (!zoneName.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
