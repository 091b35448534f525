import type { ErrorDetail } from '@tabard/contract/errors';
import { fail } from '#kernel';
import { isFreeMail, readDomain } from './business-domain.ts';

/**
 * The domains that a caller gave, each in its one form and once.
 * @throws Failure `request.invalid` that names each that is none, or a mail provider's.
 */
export function settleDomains(given: readonly string[]): string[] {
  const details: ErrorDetail[] = [];
  const domains = given.flatMap((written, index) => {
    const domain = readDomain(written);
    const path = `domains.${index}`;
    if (domain === null) details.push({ path, reason: 'wrong_form', message: 'Give a domain such as example.com.' });
    else if (isFreeMail(domain))
      details.push({
        path,
        reason: 'not_listed',
        message: 'This is a mail provider: its addresses are of no company.',
      });
    else return [domain];
    return [];
  });
  if (details.length > 0) fail('request.invalid', { details });
  return [...new Set(domains)];
}

/** What a person writes is theirs from then on: what an integration filled in before is no longer its to change. */
export function claimFields(
  enriched: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(enriched).filter(([field]) => changes[field] === undefined));
}
