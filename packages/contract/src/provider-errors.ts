/** What is refused of accounts elsewhere and of a company's own sign-in; part of the one vocabulary in `errors.ts`. */
export const providerErrors = {
  'user_identity.unknown': {
    status: 401,
    message: 'Nobody signs in here with this account. Ask whoever invited you, or sign in another way.',
  },
  'user_identity.unverified': {
    status: 401,
    message:
      'The provider has not seen that the address of this account is yours. Confirm it there, or sign in another way.',
  },
  'user_identity.recycled': {
    status: 401,
    message:
      'Somebody signs in here with another account of this address. If that was you, sign in another way, and remove it on the page of your account.',
  },
  'user_identity.unconfirmed': {
    status: 401,
    message:
      'Sign in another way, and add this account on the page of your account: only you can say that it is yours.',
  },
  'user_identity.taken': {
    status: 409,
    message: 'This account signs somebody in already. Use another one, or remove it where it is in use.',
  },
  'user_identity.too_many': {
    status: 409,
    message: 'You sign in with 20 accounts. Remove one that you do not use any more.',
  },
  'user_identity.last_way': {
    status: 409,
    message: 'Without this account you could not sign in any more. Choose a password or add a passkey first.',
  },
  'identity_provider.address_refused': {
    status: 422,
    message: 'The issuer has to have a public address that begins with https://.',
  },
  'identity_provider.domain_unproven': {
    status: 422,
    message:
      'The organization has not proven this domain. Add it to the organization’s domains and set the TXT record first.',
  },
  'identity_provider.incomplete': {
    status: 422,
    message: 'To set this up, give the client ID and the secret, and for a sign-in of your own its issuer and a name.',
  },
  'identity_provider.domains_needed': {
    status: 422,
    message: 'Name a mail domain first: only people of named domains sign in in no other way.',
  },
  'identity_provider.keys_unreadable': { status: 422, message: 'The keys of the issuer cannot be read.' },
  'identity_provider.flow_missing': {
    status: 422,
    message: 'The issuer does not offer the code flow, or signs its tokens in no way that is taken.',
  },
  'identity_provider.client_refused': {
    status: 422,
    message: 'The issuer does not know this client ID, or the secret is another one. Copy both once more.',
  },
} as const;
