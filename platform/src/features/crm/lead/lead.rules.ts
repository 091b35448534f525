import { normaliseAddress } from '@tabard/email';
import { fail } from '#kernel';

/** What a caller gave, with the address in the one form in which it is stored and compared. */
export function withOneAddress<T extends { email?: string }>(given: T): T {
  if (given.email === undefined) return given;
  const email = normaliseAddress(given.email);
  if (email === null)
    fail('request.invalid', {
      details: [{ path: 'email', message: 'This is not an email address.', reason: 'not_email' }],
    });
  return { ...given, email };
}

/** What a caller gave, with moments as they are stored and without what is settled elsewhere (`settleReach`). */
export function momentsOf<T extends { lawfulBasisAt?: string | null; emails?: unknown; phones?: unknown }>({
  lawfulBasisAt: at,
  emails: _emails,
  phones: _phones,
  ...rest
}: T): Omit<T, 'lawfulBasisAt' | 'emails' | 'phones'> & { lawfulBasisAt?: Date | null } {
  return { ...rest, ...(at !== undefined && { lawfulBasisAt: at === null ? null : new Date(at) }) };
}
