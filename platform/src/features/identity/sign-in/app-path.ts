import { toPublicId, type Uuid } from '@tabard/contract';

/** Where the app of a workspace is. */
export const appPath = (workspaceId: Uuid): string => `/app/${toPublicId('workspace', workspaceId)}`;
