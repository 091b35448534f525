import { defineFeature } from '#kernel';
import {
  AuthorizationRequestSchema,
  authorizationRequestRetention,
  IdentityProviderSchema,
} from './identity-provider.entity.ts';

/** With whose accounts people sign in (OpenID Connect): open ones of the installation and of organizations, and those of companies. */
export const identityProviderFeature = defineFeature({
  name: 'identity-provider',
  entities: [IdentityProviderSchema, AuthorizationRequestSchema],
  retention: [authorizationRequestRetention],
  sealed: [{ table: 'identity_provider', columns: ['client_secret'] }],
});

export {
  beginAuthorization,
  callbackPath,
  continueAuthorization,
  finishAuthorization,
  prepareAuthorization,
  type Returned,
} from './authorization.ts';
export { companyOf, findProvider, hasCompanies, offeredProviders, providerOf } from './find-provider.ts';
export { domainOf, openProviders, type Provider } from './provider.rules.ts';
export type { ClaimedIdentity } from './read-claims.ts';
export {
  deleteProvider,
  findKept,
  listKept,
  provenDomains,
  saveProvider,
  sealSecret,
  type KeptProvider,
} from './save-provider.ts';
export { testProvider } from './test-provider.ts';
