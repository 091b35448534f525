import { defineFeature } from '#kernel';
import { WorkspaceSchema } from './workspace.entity.ts';

/** A leaf of the tenancy tree: one client, the tenant. */
export const workspaceFeature = defineFeature({ name: 'workspace', entities: [WorkspaceSchema] });

export { brandAt } from './brand-at.ts';
export { changeWorkspace, holdChain, treeLock } from './change-workspace.ts';
export { createWorkspace, insertWorkspace } from './create-workspace.ts';
export { findExternal } from './find-external.ts';
export { listWorkspaces } from './list-workspaces.ts';
export { moveWorkspace, noteMoved } from './move-workspace.ts';
export { paletteOf } from './palette-of.ts';
export {
  findWorkspace,
  reachWorkspace,
  requireWorkspace,
  workspaceColumns,
  type PlacedWorkspace,
  type WorkspaceRow,
} from './require-workspace.ts';
export { brandOf, levelsOf } from './resolve-brand.ts';
export { senderIdentity } from './sender-identity.ts';
export { spreadSettings } from './spread-settings.ts';
export { updateWorkspace } from './update-workspace.ts';
export { workspaceRouter } from './workspace.router.ts';
