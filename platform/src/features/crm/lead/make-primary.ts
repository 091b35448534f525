import type { Lead, Uuid } from '@tabard/contract';
import { normaliseAddress } from '@tabard/email';
import { changeOne, fail, lockOne, type WriteScope } from '#kernel';
import { leads } from './lead.entity.ts';

/** Makes a further address of a lead the one that is written to; the one of before stays among the further ones. */
export async function makePrimary(
  scope: WriteScope,
  { id, email: written }: { id: Uuid; email: string },
): Promise<Lead> {
  const known = await lockOne(leads, scope, id);
  const email = normaliseAddress(written);
  const further = known.emails.find((one) => one.email === email);
  if (!further)
    return fail('request.invalid', {
      details: [
        { path: 'email', reason: 'not_listed', message: 'This is none of the further addresses of this lead.' },
      ],
    });
  const emails = known.emails.map((one) => (one === further ? { ...one, email: known.email } : one));
  return changeOne(leads, scope, known, { email: further.email, emails });
}
