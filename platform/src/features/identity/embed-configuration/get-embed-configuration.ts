import { toPublicId, type embedConfigurationOutput } from '@tabard/contract';
import type { z } from 'zod';
import type { ReadScope } from '#kernel';
import { readWorkspaceConfiguration } from './read-configuration.ts';
import { showConfiguration } from './show-configuration.ts';

/** What the widgets of the workspace show by default. */
export async function getEmbedConfiguration(scope: ReadScope): Promise<z.input<typeof embedConfigurationOutput>> {
  const { app, workspaceId } = scope;
  const placed = await readWorkspaceConfiguration(app, workspaceId);
  return { workspaceId: toPublicId('workspace', workspaceId), ...showConfiguration(placed) };
}
