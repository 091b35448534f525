import { defineFeature } from '#kernel';
import { OrganizationSchema } from './organization.entity.ts';

/** A branch of the tenancy tree, and the brand it hands down. */
export const organizationFeature = defineFeature({ name: 'organization', entities: [OrganizationSchema] });

export { changedBy } from './changed-by.ts';
export {
  changeOrganization,
  splitSaid,
  tellBelow,
  workspacesBelow,
  type SettingsChange,
} from './change-organization.ts';
export { insertOperator } from './insert-operator.ts';
export { languageOf } from './language-of.ts';
export { loadChain, organizationColumns, type OrganizationRow } from './load-chain.ts';
export { moveOrganization } from './move-organization.ts';
export { inheritBrand, levelOf, newLevel } from './organization.rules.ts';
export { organizationRouter } from './organization.router.ts';
export { grantablePermissions, reachAbove } from './reach-above.ts';
export { refuseLocked } from './refuse-locked.ts';
export {
  resolveSetting,
  resolveSettings,
  saysItself,
  settingDefaults,
  type PlainSettings,
  type Resolved,
  type SettingsLevel,
} from './resolve-setting.ts';
export { readSignUp, type SignUpRules } from './read-sign-up.ts';
export { requireOrganization } from './require-organization.ts';
export { requireStaying } from './require-staying.ts';
export { readSignInRules } from './sign-in-rules.ts';
export { shutting, writeEnding, writeShutting, type ShuttingAct } from './shutting.ts';
export { aboveShut, isBeingDeleted, standingOf, type Shuttable } from './standing.rules.ts';
export { updateOrganization } from './update-organization.ts';
