import type { EmbedConfiguration, Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import { inheritConfiguration } from './embed-configuration.rules.ts';
import { readWorkspaceConfiguration } from './read-configuration.ts';

/** What a workspace's widgets show by default: what the workspace says, then its organization, then all above it. */
export async function resolveConfiguration(app: App, workspaceId: Uuid): Promise<EmbedConfiguration> {
  const { own, inherited } = await readWorkspaceConfiguration(app, workspaceId);
  return inheritConfiguration([...own, ...inherited]);
}
