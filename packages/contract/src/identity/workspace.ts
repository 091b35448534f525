import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { brandInput, brandOutput } from '../brand.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';

const name = oneLine().min(1).max(120);

/** An IANA time zone, such as Europe/Paris. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'Give an IANA time zone such as Europe/Paris.');
const localeSchema = z.enum(['en', 'fr', 'es']);

/** What happens to a mail whose acceptance is not known: stop and show it, or send the same bytes again. */
export const deliveryGuaranteeSchema = z.enum(['at_most_once', 'at_least_once']);

/** A leaf of the tenancy tree: one client, the tenant. */
export const workspaceOutput = z.object({
  id: idOutput('workspace'),
  organizationId: idOutput('organization'),
  name: z.string(),
  timeZone: z.string(),
  locale: localeSchema,
  deliveryGuarantee: deliveryGuaranteeSchema,
  /** Mails all mailboxes together may send in one local day; `null` for no limit of its own. */
  dailyCap: z.int().nullable(),
  brand: brandOutput,
  createdAt: z.iso.datetime(),
});

export const workspaceCreateInput = z.strictObject({
  organizationId: idInput('organization'),
  name,
  timeZone: timeZoneSchema.default('UTC'),
  locale: localeSchema.default('en'),
  brand: brandInput.optional(),
});
export const workspaceUpdateInput = z.strictObject({
  id: idInput('workspace'),
  name: name.optional(),
  timeZone: timeZoneSchema.optional(),
  locale: localeSchema.optional(),
  deliveryGuarantee: deliveryGuaranteeSchema.optional(),
  dailyCap: z.int().min(0).max(10_000_000).nullable().optional(),
  brand: brandInput.optional(),
});
export const workspaceGetInput = z.strictObject({ id: idInput('workspace') });
export const workspaceListInput = z.strictObject({ ...pageInput, organizationId: idInput('organization').optional() });

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
