import { fromPublicId } from '@tabard/contract';
import { fillFromLeads, makeGroup } from '#features/crm/company';
import type { CallScope } from '#kernel';
import { matchNext } from './match-leads.ts';
import { beginMatch } from './start-match.ts';

/** The companies of the demo: one for each domain of its leads, and a group among them. */
export async function seedCompanies(scope: CallScope): Promise<void> {
  const match = await scope.write((writing) =>
    beginMatch(writing, { creates: true, after: '00000000-0000-0000-0000-000000000000' }),
  );
  const id = fromPublicId('companyMatch', match.id) ?? '';
  while (await scope.write((writing) => matchNext(writing, id)));
  await scope.write(async (writing) => {
    await fillFromLeads(writing);
    await makeGroup(writing);
  });
}
