import { defineEntity, p, tenantKey, tenantPolicies, timestamps, type Retention } from '#kernel';

/**
 * With whose accounts people sign in: `workspaceId` is the organization's id, too. Of each kind an organization has one; `oidc` is the sign-in
 * of a company, the others are open to everybody. The secret is sealed for the organization.
 */
export const IdentityProviderSchema = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_provider',
  rowLevelSecurity: 'force',
  // The sign-in page finds it before anybody is known.
  policies: tenantPolicies('identity_provider', ['select']),
  properties: {
    ...tenantKey(),
    organizationId: p.uuid(),
    /** `oidc`, `google`, `linkedin` or `microsoft`. */
    kind: p.string().length(16),
    /** What the sign-in page calls it. */
    name: p.string().length(80),
    issuer: p.string().length(500),
    clientId: p.string().length(400),
    clientSecret: p.text(),
    /** The mail domains whose people sign in here, lower case, in punycode; each counts while its name is proven. */
    domains: p.array().columnType('text[]').defaultRaw("'{}'"),
    /** What people of these domains become on their first sign-in; null where they are invited first. */
    joinRole: p.string().length(32).nullable(),
    /** Where they become it; null for the organization with all below it. */
    joinWorkspaceId: p.uuid().nullable(),
    /** Whether people of these domains sign in in no other way. */
    isEnforced: p.boolean().default(false),
    ...timestamps(),
  },
  uniques: [{ properties: ['workspaceId', 'kind'] }],
});

/**
 * Somebody who was sent to a provider and is to come back, once, in the same browser. Only hashes are kept of what tells that it is them;
 * what proves it to the provider (PKCE, nonce) follows from the browser's half.
 */
export const AuthorizationRequestSchema = defineEntity({
  name: 'AuthorizationRequest',
  tableName: 'authorization_request',
  properties: {
    id: p.uuid().primary(),
    stateHash: p.string().length(64).unique(),
    /** The browser's half, by its SHA-256; null until the browser of who adds an identity has come by. */
    browserHash: p.string().length(64).nullable(),
    kind: p.string().length(16),
    /** The organization's provider; null for one of the installation's own. */
    providerId: p.uuid().nullable(),
    /** Who adds an identity, and the sign-in that they add it by; null where somebody signs in, who is not known yet. */
    userId: p.uuid().nullable(),
    sessionId: p.uuid().nullable(),
    /** The host name at whose pages it began; null for the installation's own. */
    domainId: p.uuid().nullable(),
    /** The page that whoever adds an identity is led back to. */
    returnPath: p.string().length(200).nullable(),
    expiresAt: p.datetime(3).columnType('timestamptz(3)'),
  },
});

/** It is deleted when its person comes back. */
export const authorizationRequestRetention: Retention = {
  table: 'authorization_request',
  key: ['id'],
  login: 'runtime',
  aboveWorkspaces: true,
  until: `t.expires_at < now()`,
  because: 'Whoever does not come back in time begins anew.',
};
