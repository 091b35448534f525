import { domainToASCII } from 'node:url';

/** The form in which a user's address is stored and looked up: lower case, domain in ASCII. */
export function normalizeEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at).toLowerCase()}@${domainToASCII(email.slice(at + 1)).toLowerCase()}`;
}
