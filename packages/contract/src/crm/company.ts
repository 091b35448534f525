import { z } from 'zod';
import { timeZoneSchema } from '../identity/workspace.ts';
import { idInput, idOutput } from '../ids.ts';
import { teamNames } from '../identity/team.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { companySizes } from './company-words.ts';
import { webAddress } from './lead-reach.ts';

const nullable = { nullable: true } as const;
/** An organization that leads work for. The order of the fields is that of the screens. */
export const companyNoun = describeNoun('company', {
  /** What it is called. Its leads' `company` says the same. */
  name: field.text({ label: 'Name', min: 1, max: 200, search: true, sort: true }),
  /** Domains of its addresses and sites, such as `brandt.example`: a lead with an address there joins it. Up to 20; those of mail providers are refused. */
  domains: field.texts({ label: 'Domains', max: 20, each: 253, default: [], filter: 'domain' }),
  /** Address of its website. */
  website: field.like('text', webAddress, { label: 'Website', max: 300, ...nullable }),
  /** What it does, in a word or two. */
  industry: field.text({ label: 'Industry', max: 100, ...nullable, filter: true }),
  /** How many people work there. */
  size: field.choice(companySizes, { label: 'Employees', ...nullable, filter: true }),
  /** Phone number, as it was written. */
  phone: field.text({ label: 'Phone', max: 50, ...nullable }),
  /** Street and number. */
  address: field.text({ label: 'Address', max: 300, ...nullable }),
  /** The city it is in. */
  city: field.text({ label: 'City', max: 100, ...nullable, search: true }),
  /** The region or state it is in. */
  region: field.text({ label: 'Region', max: 100, ...nullable }),
  /** The country it is in, as it was written. */
  country: field.text({ label: 'Country', max: 100, ...nullable, filter: true }),
  /** The clock it lives by, an IANA time zone such as Europe/Paris. */
  timeZone: field.like('text', timeZoneSchema, { label: 'Time zone', max: 64, ...nullable }),
  /** Address of its page at LinkedIn. */
  linkedinUrl: field.like('text', webAddress, { label: 'LinkedIn', max: 300, ...nullable }),
  /** Addresses of its pages elsewhere, up to ten. */
  profiles: field.texts({ label: 'Profiles', max: 10, each: 300, default: [] }),
  /** What else is to be known of it. */
  description: field.longText({ label: 'Description', max: 5000, ...nullable }),
  /** The member who looks after it. */
  ownerId: field.reference('member', { label: 'Owner', ...nullable, filter: true }),
  /** The company that it belongs to. Companies form trees: none is above itself. */
  parentId: field.reference('company', { label: 'Parent company', ...nullable, filter: true }),
  /** How it came in: `manual`, `api`, or `match` where it was made for the address of a lead. */
  source: field.text({ label: 'Source', max: 16, default: 'manual', readOnly: true }),
  /** What integrations filled in and nobody has written since: the name of who filled it, by field. */
  enriched: field.record(z.record(z.string(), z.string()), z.record(z.string(), z.string()), {
    label: 'Filled in',
    default: {},
    readOnly: true,
  }),
  /** Last time that it, or one of its leads, changed, answered or was written to by hand; `null` where nothing has happened yet. */
  lastActivityAt: field.moment({ label: 'Last activity', ...nullable, readOnly: true }),
  /** The company that this one was merged into; `null` for all others. */
  mergedIntoId: field.reference('company', { label: 'Merged into', ...nullable, readOnly: true }),
  /** What the owner is called now; `null` where there is none. */
  ownerName: field.text({ label: 'Owner', max: 200, ...nullable, computed: true }),
  /** What the company above is called; `null` where there is none. */
  parentName: field.text({ label: 'Parent company', max: 200, ...nullable, computed: true }),
  /** How many live leads work there. */
  leadCount: field.integer({ label: 'Leads', computed: true }),
  /** How many live companies lie right below it. */
  childCount: field.integer({ label: 'Subsidiaries', computed: true }),
});
export const companyOutput = companyNoun.output;

/** A company as callers see it. */
export type Company = z.infer<typeof companyOutput>;
/** Which companies a list takes. */
export type CompanyFilter = z.input<typeof companyNoun.filter>;

/** One company of a group. */
export const groupMember = z.object({
  id: idOutput('company'),
  name: z.string(),
  /** The company right above it; `null` for the top of the group. */
  parentId: idOutput('company').nullable(),
  /** The first of its domains; `null` where it has none. */
  domain: z.string().nullable(),
  /** How many live leads work there. */
  leadCount: z.int(),
  /** Moment it was archived; `null` while it is live. */
  archivedAt: z.iso.datetime().nullable(),
});
export type GroupMember = z.infer<typeof groupMember>;
export const companyGroupOutput = z.object({
  /** The top of the group first, each before those below it; siblings by name. */
  items: z.array(groupMember),
  /** Whether there are more than the 1,000 that are given. */
  isCut: z.boolean(),
});

/** The fields that an integration can fill in. */
const fillable = companyNoun.createInput.omit({
  name: true,
  domains: true,
  ownerId: true,
  parentId: true,
  profiles: true,
});
export const companyEnrichInput = z.strictObject({
  id: idInput('company'),
  /** Who fills in, such as the name of a provider: it may fill in anew what it filled in before. */
  source: z.string().trim().min(1).max(60),
  /** What is known. What a person has written stays. */
  values: fillable.partial(),
});
export const companyEnrichOutput = z.object({
  /** The company as it is now. */
  company: companyOutput,
  /** Names of the fields that were filled in. */
  filled: z.array(z.string()),
  /** Names of the fields that stayed as a person wrote them. */
  kept: z.array(z.string()),
});

/** Why companies may be the same. */
export const duplicateReasons = ['domain', 'name'] as const;
export const companyDuplicatesInput = z.strictObject({
  /** Only those of this company; left out, all of the workspace. */
  id: idInput('company').optional(),
  /** How many groups at most. */
  limit: z.int().min(1).max(200).default(50),
});
export const companyDuplicatesOutput = z.object({
  items: z.array(
    z.object({
      /** `domain`: they have a domain in common; `name`: their names differ by case and accents at most. */
      reason: z.enum(duplicateReasons),
      /** The domain, or the name as it is compared. */
      value: z.string(),
      /** The companies, the oldest first; up to 20. */
      companies: z.array(groupMember.omit({ parentId: true, archivedAt: true })),
    }),
  ),
});

export const companyOwnersOutput = z.object({
  /** Who works in the workspace and can look after a company, by name; up to 500. */
  items: z.array(
    z.object({
      id: idOutput('member'),
      /** What they are called. */
      name: z.string(),
    }),
  ),
  /** The teams by which they can be asked for, by name; up to 200. */
  teams: teamNames,
});
