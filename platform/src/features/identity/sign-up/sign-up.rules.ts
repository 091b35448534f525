import { companyOf, domainOf } from '#features/identity/identity-provider';
import type { SignUpRules } from '#features/identity/organization';
import { fail, type App } from '#kernel';

/** How the code of every such link begins. */
export const linkPrefix = 'su_';

/** Hours for which the link of the mail is good. */
export const goodHours = 24;

/** Mails that one address gets in an hour at most, whoever asks. */
export const mostAnHour = 3;

/** So many wrong passwords, and the link is good for nothing. */
export const mostTries = 10;

/** Where the link of the mail leads. What stands behind the # never leaves the browser by itself. */
export const linkOf = (appUrl: string, code: string): string => `${appUrl}/sign-up/confirm#${code}`;

const isOf = (domain: string, one: string): boolean => domain === one || domain.endsWith(`.${one}`);

/**
 * Ends the act where an address is of a domain that is not taken; says so whether somebody has the address or not.
 * @throws `sign_up.domain_refused`
 */
export function requireDomain(email: string, { allowed, blocked }: Pick<SignUpRules, 'allowed' | 'blocked'>): void {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const isTaken = allowed.length === 0 || allowed.some((one) => isOf(domain, one));
  if (isTaken && !blocked.some((one) => isOf(domain, one))) return;
  fail('sign_up.domain_refused');
}

/**
 * Ends the act for whoever could not sign in afterwards: one with an address of a company whose people come in by its own provider alone.
 * Says so whether somebody has the address or not.
 * @throws `auth.single_sign_on_required`
 */
export async function requirePassword(app: App, email: string): Promise<void> {
  const company = await companyOf(app, { domain: null }, domainOf(email));
  if (company?.isEnforced) fail('auth.single_sign_on_required');
}
