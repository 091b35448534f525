import { msg, str } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { Confirmation } from '../../core/confirmation.ts';
import type { Session } from '../../core/session.ts';

/** Asks whether somebody is sure, and deletes a company for good; says whether it did. */
export async function deleteCompany(session: Session, { id, name }: Company, asking: Confirmation): Promise<boolean> {
  const sure = await asking.ask({
    heading: msg(str`Delete ${name} for good?`),
    text: msg('Its leads stay and keep its name as a text. Its history and its place in a group are gone.'),
    act: msg('Delete'),
  });
  if (!sure) return false;
  await session.client.companies.remove({ id });
  session.cache.invalidate(['companies']);
  return true;
}
