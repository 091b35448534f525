/** With whose accounts people sign in: those of a company (`oidc`), or open to everybody. Free of zod, so browsers may import it. */
export const identityProviderKinds = ['oidc', 'google', 'linkedin', 'microsoft'] as const;
export type IdentityProviderKind = (typeof identityProviderKinds)[number];

/** What is looked at when a connection is tested, in this order. */
export const providerChecks = ['discovery', 'keys', 'flow', 'client'] as const;
export type ProviderCheck = (typeof providerChecks)[number];
