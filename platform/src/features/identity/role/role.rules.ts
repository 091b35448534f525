import { roles, type Permission } from '@tabard/contract';
import { roleWords } from '@tabard/contract/permissions';
import { builtInNames } from '#features/identity/invitation';
import { meaninglessIn, permissionsIn, type Place } from '#features/identity/member';
import { fail, type OrganizationScope, type Sql } from '#kernel';

/** Roles that one place can have. */
export const mostRoles = 100;

/** Names that nobody may take for a role of their own: those that the built-in ones go by, in any language. */
const reserved = (): string[] => [
  ...roles,
  ...roles.map((role) => role.replaceAll('_', ' ')),
  ...Object.values(roleWords).map(([name]) => name),
  ...builtInNames(),
];

/** Refuses a name that a built-in role goes by, whatever its case and accents. */
export async function requireOwnName(sql: Sql, name: string): Promise<void> {
  const [same] = await sql(`select from unnest($2::text[]) as taken where fold_text(taken) = fold_text($1) limit 1`, [
    name,
    reserved(),
  ]);
  if (same) refuseName('A built-in role is called so.');
}

/** @throws `role.name_taken` */
export const refuseName = (message: string): never => fail('role.name_taken', { details: [{ path: 'name', message }] });

/**
 * Refuses what a role of a place cannot hold: what the caller does not hold there, and what means nothing there.
 * @throws `role.permission_exceeded`, `role.permission_misplaced`
 */
export async function requireHeld(
  scope: OrganizationScope,
  place: Place,
  wanted: readonly Permission[],
): Promise<void> {
  const held = await permissionsIn(scope, place);
  const missing = wanted.filter((each) => !held.has(each));
  if (missing.length > 0)
    fail('role.permission_exceeded', {
      public: `A role can only hold permissions that you hold yourself. You do not hold: ${missing.join(', ')}.`,
      details: missing.map((name) => ({ path: 'permissions', message: `You do not hold ${name}.`, name })),
    });
  if (wanted.some((each) => meaninglessIn(place).includes(each))) fail('role.permission_misplaced');
}
