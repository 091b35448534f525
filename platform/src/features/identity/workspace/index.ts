import { defineFeature } from '#kernel';
import { WorkspaceSchema } from './workspace.entity.ts';

/** The workspace feature. */
export const workspaceFeature = defineFeature({ name: 'workspace', entities: [WorkspaceSchema] });

export { WorkspaceSchema };
