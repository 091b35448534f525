import { normaliseAddress } from '@tabard/contract';
import { domainOf, type Provider } from './provider.rules.ts';

/** Who somebody is by the word of a provider. */
export interface ClaimedIdentity {
  issuer: string;
  subject: string;
  provider: Provider;
  /** As addresses are stored; null where the provider says none. */
  email: string | null;
  /** Whether the provider has seen that the address is theirs. */
  isVerified: boolean;
  /** Whether the address is the provider's own to give, so that nobody else can have it. */
  isAuthoritative: boolean;
  name: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** Where Microsoft keeps the accounts that belong to no company. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
const personalDomains = new Set(['outlook.com', 'hotmail.com', 'live.com', 'msn.com']);
const googleDomains = new Set(['gmail.com', 'googlemail.com']);

const isTrue = (claim: unknown): boolean => claim === true || claim === 'true' || claim === 1 || claim === '1';
const text = (claim: unknown): string => (typeof claim === 'string' ? claim.trim() : '');

/** Reads what a checked token says, by the rules of each provider. */
export function readClaims(provider: Provider, claims: Claims): ClaimedIdentity {
  const written = normaliseAddress(text(claims['email']));
  const email = written?.toLowerCase() ?? null;
  const domain = email === null ? '' : domainOf(email);
  const { isVerified, isAuthoritative } = judgeAddress(provider, claims, domain);
  const name = text(claims['name']) || [text(claims['given_name']), text(claims['family_name'])].join(' ').trim();
  return {
    issuer: text(claims['iss']),
    subject: text(claims['sub']),
    provider,
    email,
    isVerified: email !== null && isVerified,
    isAuthoritative: email !== null && isVerified && isAuthoritative,
    // What comes from outside is one line, and no longer than names are.
    name: (name || (email ?? '')).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 120),
  };
}

function judgeAddress(
  { kind, domains }: Provider,
  claims: Claims,
  domain: string,
): { isVerified: boolean; isAuthoritative: boolean } {
  const isVerified = isTrue(claims['email_verified']);
  switch (kind) {
    case 'google':
      // A mailbox of Google's own, or of a company whose domain Google has seen the proof of.
      return { isVerified, isAuthoritative: googleDomains.has(domain) || text(claims['hd']).toLowerCase() === domain };
    case 'microsoft': {
      // An administrator can write any address into an account; only this says that the tenant owns its domain.
      const isOwned = isTrue(claims['xms_edov']);
      const isPersonal = claims['tid'] === personalTenant && personalDomains.has(domain);
      return { isVerified: isOwned || isPersonal, isAuthoritative: isOwned || isPersonal };
    }
    case 'linkedin':
      return { isVerified, isAuthoritative: false };
    case 'oidc': {
      // The company has proven the domain, and named this provider for it; many say nothing of their addresses.
      const isTheirs =
        domains.includes(domain) && claims['email_verified'] !== false && claims['email_verified'] !== 'false';
      return { isVerified: isTheirs, isAuthoritative: isTheirs };
    }
  }
}
