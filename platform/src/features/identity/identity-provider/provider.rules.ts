import { createHash } from 'node:crypto';
import { identityProviderKinds, type IdentityProviderKind } from '@tabard/contract/identity/identity-provider-words';
import type { Role, Uuid } from '@tabard/contract';

/** A provider whose accounts are for everybody. */
export type OpenKind = Exclude<IdentityProviderKind, 'oidc'>;
export const openKinds = identityProviderKinds.filter((kind) => kind !== 'oidc');

/** A provider as it is spoken to. */
export interface Provider {
  /** Null for one of the installation's own. */
  id: Uuid | null;
  organizationId: Uuid | null;
  kind: IdentityProviderKind;
  name: string;
  issuer: string;
  clientId: string;
  /** @throws where no known key opens it any more. */
  openSecret(): string;
  /** The mail domains of a company that are proven now. */
  domains: readonly string[];
  join: { role: Role; workspaceId: Uuid | null } | null;
  /** Whether people of its domains sign in in no other way. */
  isEnforced: boolean;
}

/** What is known of the open ones, whoever has an app there. */
export const openProviders: Readonly<Record<OpenKind, { name: string; issuer: string }>> = {
  google: { name: 'Google', issuer: 'https://accounts.google.com' },
  linkedin: { name: 'LinkedIn', issuer: 'https://www.linkedin.com/oauth' },
  microsoft: { name: 'Microsoft', issuer: 'https://login.microsoftonline.com/common/v2.0' },
};

/** How the issuers of all tenants at Microsoft begin. */
export const microsoftIssuers = 'https://login.microsoftonline.com/';

/**
 * LinkedIn takes no code verifier from apps with a secret, and puts no nonce into its tokens. The code is still bound to the secret, and
 * the state to the browser.
 */
export const speaksPlainly = (kind: IdentityProviderKind): boolean => kind === 'linkedin';

/** Minutes in which somebody comes back. */
export const authorizationMinutes = 10;

/** How the state of every request begins, and the half that the browser keeps. */
export const statePrefix = 'as_';
export const browserPrefix = 'ab_';

/** What is shown to the provider, from what only the browser has; each purpose by itself. */
const derive = (browserSecret: string, purpose: string): string =>
  createHash('sha256').update(`${purpose}\n${browserSecret}`).digest('base64url');
export const verifierOf = (browserSecret: string): string => derive(browserSecret, 'verifier');
export const nonceOf = (browserSecret: string): string => derive(browserSecret, 'nonce');

/** The domain of an address as it is stored. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
