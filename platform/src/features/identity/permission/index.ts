import { defineFeature } from '#kernel';

/** What a role lets somebody do, built-in or made; read wherever somebody is looked up. */
export const permissionFeature = defineFeature({ name: 'permission' });

export {
  givenRoleColumns,
  knownPermissions,
  leastRole,
  madeRole,
  madeRoleId,
  permissionsOf,
  roleIdOf,
  showGiven,
  type GivenRole,
} from './given-role.ts';
export { rolesHeld, unionOf, type HeldRole } from './held-at.ts';
