import { z } from 'zod';
import { brandInput, brandOutput } from '../brand.ts';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { settingNames, workspaceSettingNames, type SettingName } from '../setting-names.ts';
import { companyMatchingSchema, deliveryGuaranteeSchema, timeZoneSchema, workspaceLocale } from './workspace.ts';

/** Where a value comes from. */
const settingSource = z.object({
  /**
   * `workspace` or `organization`: a place that the caller may see. `provider`: an organization above those. `product`: nobody said
   * anything, so it is the product's own.
   */
  kind: z.enum(['workspace', 'organization', 'provider', 'product']),
  /** Id of the place; `null` for the last two. */
  id: z.string().nullable(),
  /** What the place is called; `null` for the last two. */
  name: z.string().nullable(),
});

/** Every setting with what it holds. */
const held = {
  ...brandOutput.shape,
  /** Language of mails' footers and of hosted pages. */
  locale: workspaceLocale,
  /** The clock by which days begin: an IANA time zone such as Europe/Paris. */
  timeZone: z.string(),
  /** Mails all mailboxes of one workspace together may send in one local day; `null` for no limit. */
  dailyCap: z.int().nullable(),
  /** What happens to a mail whose acceptance is not known: `at_most_once` or `at_least_once`. */
  deliveryGuarantee: deliveryGuaranteeSchema,
  /** What becomes of a lead with an address of a business: `off` nothing, `join` it joins the company of that domain, `create` and one is made where none has it. */
  companyMatching: companyMatchingSchema,
  /** Whether people can create an account on the sign-in page, with a workspace of their own below the organization. */
  signUp: z.boolean(),
  /** Domains whose addresses alone can sign up, those below them among them; empty for any. */
  signUpDomains: z.array(z.string()),
  /** Domains whose addresses cannot sign up, nor those below them. */
  signUpBlockedDomains: z.array(z.string()),
  /** The terms that whoever signs up accepts; `null` for none. */
  termsUrl: z.string().nullable(),
  /** Which version of the terms that is, as it is kept with who accepted it. */
  termsVersion: z.string(),
} satisfies Record<SettingName, z.ZodType>;

const settingOf = <S extends z.ZodType>(value: S) =>
  z.object({
    /** What holds here. */
    value,
    /** Where that comes from. */
    from: settingSource,
    /** What would hold if nothing was said here, and where that comes from. */
    inherited: z.object({
      /** What would hold. */
      value,
      /** Where it would come from. */
      from: settingSource,
    }),
    /** Whether something is said here, even where a lock above keeps it from holding. */
    own: z.boolean(),
    /** Whether this organization has locked it for everything below. */
    locked: z.boolean(),
    /** Who has locked it above, so that nothing else can be said here; `null` where nobody did. */
    lockedBy: settingSource.nullable(),
  });

type SettingsShape = {
  [N in SettingName]: (typeof held)[N] extends infer S extends z.ZodType ? ReturnType<typeof settingOf<S>> : never;
};

const settingsShape = z.object(
  Object.fromEntries(
    settingNames.map((name) => [
      name,
      settingOf(held[name]).describe(`The setting \`${name}\`, and where it comes from.`),
    ]),
  ) as unknown as SettingsShape, // one for each name
);

/** Domains of addresses, without what stands before the `@`. */
const mailDomains = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'Give a domain such as client.example.'),
  )
  .max(200);

/** Settings to say at a place; those that are left out stay as they are. */
const saidInWorkspaces = brandInput.omit({ inheritPostalAddress: true }).extend({
  /** Language of mails' footers and of hosted pages. */
  locale: workspaceLocale.optional(),
  /** The clock by which days begin: an IANA time zone such as Europe/Paris. */
  timeZone: timeZoneSchema.optional(),
  /** Mails all mailboxes of one workspace together may send in one local day; `null` for no limit. */
  dailyCap: z.int().min(0).max(10_000_000).nullable().optional(),
  /** What happens to a mail whose acceptance is not known: stop and ask, or send the same bytes again. */
  deliveryGuarantee: deliveryGuaranteeSchema.optional(),
  /** Whether leads join the companies of their domains, and whether those are made. */
  companyMatching: companyMatchingSchema.optional(),
});
/** What organizations say, too. */
const said = saidInWorkspaces.extend({
  /** Whether people can create an account on the sign-in page. */
  signUp: z.boolean().optional(),
  /** Domains whose addresses alone can sign up; empty for any. */
  signUpDomains: mailDomains.optional(),
  /** Domains whose addresses cannot sign up. */
  signUpBlockedDomains: mailDomains.optional(),
  /** The terms that whoever signs up accepts: an address that starts with https://, or `null` for none. */
  termsUrl: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .max(2048)
    .nullable()
    .optional(),
  /** Which version of the terms that is, such as `2026-12`. */
  termsVersion: oneLine().max(60).optional(),
});
const names = z.array(z.enum(settingNames)).max(settingNames.length);
const change = {
  /** What to say here; settings that are left out stay as they are. */
  set: said.optional(),
  /** Settings of which nothing is said here any more, so that they are inherited. */
  reset: names.optional(),
};

export const settingsGetInput = z.strictObject({});
export const settingsUpdateInput = z.strictObject({
  /** What to say here; settings that are left out stay as they are. */
  set: saidInWorkspaces.optional(),
  /** Settings of which nothing is said here any more, so that they are inherited. */
  reset: z.array(z.enum(workspaceSettingNames)).max(workspaceSettingNames.length).optional(),
});
export const settingsOutput = z.object({
  workspaceId: idOutput('workspace'),
  /** What the workspace is called among workspaces. */
  name: z.string(),
  /** Each setting with its value and where that comes from, by its name. */
  settings: settingsShape,
  /** Organizations above that the caller may change, the nearest first. */
  manages: z.array(
    z.object({
      id: idOutput('organization'),
      /** What it is called among organizations. */
      name: z.string(),
    }),
  ),
});

export const organizationSettingsGetInput = z.strictObject({ organizationId: idInput('organization') });
export const organizationSettingsUpdateInput = z.strictObject({
  organizationId: idInput('organization'),
  ...change,
  /** Settings that nobody below can say any more: what holds here holds there. */
  lock: names.optional(),
  /** Settings that those below may say again; what they said before holds again. */
  unlock: names.optional(),
});
export const organizationSettingsOutput = z.object({
  organizationId: idOutput('organization'),
  /** What the organization is called among organizations. */
  name: z.string(),
  /** Each setting with its value and where that comes from, by its name. */
  settings: settingsShape,
});

/** A brand to look at before it is stored: it is put over the one that holds. */
export const settingsPreviewMailInput = z.strictObject({
  /** Parts of the brand that are not stored yet. */
  brand: brandInput.omit({ inheritPostalAddress: true }).optional(),
  /** The organization whose mail it is; left out, that of the workspace. */
  organizationId: idInput('organization').optional(),
  /** Whether it is shown as in a mail program that is dark. */
  mode: z.enum(['light', 'dark']).default('light'),
});
export const settingsPreviewMailOutput = z.object({
  /** The whole mail as HTML, as it would be sent. */
  html: z.string(),
});

/** What the settings of a place are. */
export type Settings = z.infer<typeof settingsShape>;
/** What one setting is, and where it comes from. */
export type Setting<N extends SettingName = SettingName> = Settings[N];
/** Where a value comes from. */
export type SettingSource = z.infer<typeof settingSource>;
/** What can be said at a place. */
export type SettingsSaid = z.infer<typeof said>;
export type WorkspaceSettings = z.infer<typeof settingsOutput>;
export type OrganizationSettings = z.infer<typeof organizationSettingsOutput>;
