import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { roles, type Role } from '../permissions.ts';
import { identityProviderKinds, providerChecks } from './identity-provider-words.ts';

const role = z.enum(roles as [Role, ...Role[]]);

/** With whose accounts people of an organization sign in. The secret is in no answer. */
export const identityProviderOutput = z.object({
  id: idOutput('identityProvider'),
  organizationId: idOutput('organization'),
  /** `oidc` for the organization's own sign-in; `google`, `linkedin` and `microsoft` for buttons under its host names. */
  kind: z.enum(identityProviderKinds),
  /** What the sign-in page calls it. */
  name: z.string(),
  /** The issuer's address, as its tokens name it. */
  issuer: z.string(),
  /** What the provider calls us. */
  clientId: z.string(),
  /** The mail domains whose people sign in here. */
  domains: z.array(
    z.object({
      /** The domain, such as `client.example`. */
      domain: z.string(),
      /** Whether the organization has proven it, by the TXT record of a host name that it claimed; it counts only then. */
      isProven: z.boolean(),
    }),
  ),
  /** What people of these domains become on their first sign-in; `null` where they are invited first. */
  join: z
    .object({
      /** The role that they get. */
      role,
      /** The workspace that they become members of; `null` for the organization with all below it. */
      workspaceId: idOutput('workspace').nullable(),
    })
    .nullable(),
  /** Whether people of these domains sign in in no other way. Owners of the organization keep every way. */
  isEnforced: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When something of it was changed last. */
  updatedAt: z.iso.datetime(),
});

export const identityProviderListInput = z.strictObject({ organizationId: idInput('organization') });
export const identityProviderListOutput = z.object({
  items: z.array(identityProviderOutput),
  /** The addresses to enter at the provider as those that it may send people back to. */
  redirectUrls: z.array(z.string()),
});

const mailDomain = z.string().trim().min(1).max(253);

/** What is left out stays as it is; what is new needs its client ID and its secret, and `oidc` its issuer. */
export const identityProviderSetInput = z.strictObject({
  organizationId: idInput('organization'),
  /** Which one; an organization has one of each. */
  kind: z.enum(identityProviderKinds),
  /** What the sign-in page calls it: the company. */
  name: oneLine().min(1).max(80).optional(),
  /** The issuer's address, by https. For `microsoft`, one tenant's may be given; the others have theirs. */
  issuer: z.string().trim().min(1).max(500).optional(),
  /** What the provider calls us. */
  clientId: oneLine().min(1).max(400).optional(),
  /** The secret of our client there. */
  clientSecret: oneLine().min(1).max(2_000).optional(),
  /** The mail domains whose people sign in here, for `oidc`; each has to be proven by the organization. */
  domains: z.array(mailDomain).max(50).optional(),
  /** What people of these domains become on their first sign-in; `null` where they are invited first. */
  join: z
    .strictObject({
      /** The role that they get, not above the caller's. */
      role,
      /** The workspace that they become members of; left out for the organization with all below it. */
      workspaceId: idInput('workspace').nullish(),
    })
    .nullable()
    .optional(),
  /** Whether people of these domains sign in in no other way. */
  isEnforced: z.boolean().optional(),
});

export const identityProviderRemoveInput = z.strictObject({ id: idInput('identityProvider') });
export const identityProviderRemoveOutput = z.object({ id: idOutput('identityProvider') });
export const identityProviderTestInput = z.strictObject({ id: idInput('identityProvider') });
/** What was looked at, in this order, up to the first that is not as it should be. */
export const identityProviderTestOutput = z.object({
  /** Whether people can sign in by it, as far as that can be seen without one. */
  isWorking: z.boolean(),
  /** Each in turn; what comes after one that fails is not looked at. */
  checks: z.array(
    z.object({
      /**
       * `discovery`: the issuer says of itself where it is; `keys`: its keys can be read; `flow`: it can do what is asked of it; `client`: it
       * knows our client ID and our secret.
       */
      check: z.enum(providerChecks),
      /** Whether this is as it should be. */
      isWorking: z.boolean(),
      /** What is wrong, by the code of the failure; `null` where nothing is. */
      code: z.string().nullable(),
    }),
  ),
});

export type IdentityProvider = z.infer<typeof identityProviderOutput>;
export type IdentityProviderList = z.infer<typeof identityProviderListOutput>;
export type IdentityProviderTest = z.infer<typeof identityProviderTestOutput>;
