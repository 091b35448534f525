import { defineFeature } from '#kernel';
import { RoleSchema } from './role.entity.ts';

/** A role that an organization or a workspace makes out of permissions. */
export const roleFeature = defineFeature({ name: 'role', entities: [RoleSchema] });

export { roleRouter } from './role.router.ts';
