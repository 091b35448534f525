import {
  identityProviderListInput,
  identityProviderListOutput,
  identityProviderOutput,
  identityProviderRemoveInput,
  identityProviderRemoveOutput,
  identityProviderSetInput,
  identityProviderTestInput,
  identityProviderTestOutput,
} from '@tabard/contract/identity/identity-provider';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { listProviders } from './list-providers.ts';
import { removeProvider } from './remove-provider.ts';
import { setProvider } from './set-provider.ts';
import { testConnection } from './test-connection.ts';

export const singleSignOnRouter = router({
  /** Lists with whose accounts people of an organization sign in, and the addresses to enter at a provider. */
  list: organizationQuery({
    permission: 'organization.manage',
    input: identityProviderListInput,
    output: identityProviderListOutput,
    handler: listProviders,
  }),
  /** Sets up a provider of an organization, or changes it; what is left out stays as it is. */
  set: organizationMutation({
    permission: 'organization.manage',
    input: identityProviderSetInput,
    output: identityProviderOutput,
    handler: setProvider,
  }),
  /** Takes a provider away; people sign in by it no more, and their accounts there stay known. */
  remove: organizationMutation({
    permission: 'organization.manage',
    input: identityProviderRemoveInput,
    output: identityProviderRemoveOutput,
    handler: removeProvider,
  }),
  /** Asks a provider whether people could sign in by it, and says what is wrong. Nothing changes, there or here. */
  test: organizationQuery({
    permission: 'organization.manage',
    input: identityProviderTestInput,
    output: identityProviderTestOutput,
    handler: testConnection,
  }),
});
