import type { IdentityProvider, IdentityProviderTest } from '@tabard/contract/identity/identity-provider';
import { ago } from './sample-records.ts';

const provider: IdentityProvider = {
  id: 'idp_1',
  organizationId: 'org_1',
  kind: 'oidc',
  name: 'Harbour & Quay',
  issuer: 'https://login.harbour.example',
  clientId: '4c1d0f6e-outreach',
  domains: [
    { domain: 'harbour.example', isProven: true },
    { domain: 'quay.example', isProven: false },
  ],
  join: { role: 'viewer', workspaceId: null },
  isEnforced: true,
  createdAt: ago(9000),
  updatedAt: ago(900),
};

const tested: IdentityProviderTest = {
  isWorking: false,
  checks: [
    { check: 'discovery', isWorking: true, code: null },
    { check: 'keys', isWorking: true, code: null },
    { check: 'flow', isWorking: true, code: null },
    { check: 'client', isWorking: false, code: 'identity_provider.client_refused' },
  ],
};

/** How the people of the sample's organizations sign in: one has a provider of its own. */
export const signOnAnswers = (): Record<string, (input: never) => unknown> => ({
  'identityProviders.list': ({ organizationId }: { organizationId: string }) => ({
    items: organizationId === 'org_1' ? [provider] : [],
    redirectUrls: ['https://app.harbour.example/sign-in/callback'],
  }),
  'identityProviders.set': (input: object) => ({
    ...provider,
    ...input,
    domains: provider.domains,
    join: provider.join,
  }),
  'identityProviders.remove': ({ id }: { id: string }) => ({ id }),
  'identityProviders.test': () => tested,
});
