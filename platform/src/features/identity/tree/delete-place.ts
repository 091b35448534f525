import type { TreePlace } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { writeEnding } from '#features/identity/organization';
import { fail, type OrganizationWriteScope } from '#kernel';
import { changePlace } from './change-standing.ts';
import type { NamedPlace } from './require-target.ts';

/**
 * Archives a place and sets the day from which it is deleted for good; until then `tree.restore` brings it back whole. Doing it twice
 * moves the day no further.
 * @throws `organization.name_differs`, `auth.confirmation_required`
 */
export async function deletePlace(
  scope: OrganizationWriteScope,
  { name, ...named }: NamedPlace & { name: string },
): Promise<TreePlace> {
  await requireConfirmedIfPerson(scope);
  const { graceDays } = scope.app.config.deletion;
  return changePlace(
    scope,
    named,
    (place) => writeEnding(scope.sql, place, graceDays),
    ({ workspace, chain }) => {
      if ((workspace ?? chain[0]).name !== name) fail('organization.name_differs');
    },
  );
}
