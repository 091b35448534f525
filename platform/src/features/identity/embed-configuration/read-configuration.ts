import type { Uuid } from '@tabard/contract';
import type { App, Sql } from '#kernel';
import { knownWidgets, type ConfiguredWidget } from './embed-configuration.rules.ts';

/** What an organization says, and then all above it, nearest first; `own` marks what it says itself. */
const configurationFrom = (organizationId: string) => `
  with recursive chain as (
    select o.id, o.parent_id, 0 as depth from organization o where o.id = ${organizationId}
    union all
    select o.id, o.parent_id, chain.depth + 1 from organization o join chain on o.id = chain.parent_id)
  select c.widget, c.settings, chain.depth = 0 as own
    from chain join organization_embed_configuration c on c.organization_id = chain.id order by chain.depth, c.widget`;

/** What a workspace says itself. */
export const workspaceConfiguration =
  'select widget, settings from embed_configuration where workspace_id = $1 order by widget';

/** What a place says, and what it inherits. */
export interface PlacedConfiguration {
  own: ConfiguredWidget[];
  /** Nearest first. */
  inherited: ConfiguredWidget[];
}

/** What an organization says and inherits, in the open transaction or in a read of its own. */
export async function readOrganizationConfiguration(sql: Sql, organizationId: Uuid): Promise<PlacedConfiguration> {
  const rows = knownWidgets(await sql<ConfiguredWidget & { own: boolean }>(configurationFrom('$1'), [organizationId]));
  return { own: rows.filter(({ own }) => own), inherited: rows.filter(({ own }) => !own) };
}

/** What a workspace says and inherits: two reads that do not wait for each other. */
export async function readWorkspaceConfiguration(app: App, workspaceId: Uuid): Promise<PlacedConfiguration> {
  const [own, inherited] = await Promise.all([
    app.database.read<ConfiguredWidget>(workspaceId, workspaceConfiguration, [workspaceId], 'embed_configuration'),
    app.database.readOrganization<ConfiguredWidget>(
      configurationFrom('(select organization_id from workspace where id = $1)'),
      [workspaceId],
      'embed_configuration_inherited',
    ),
  ]);
  return { own: knownWidgets(own), inherited: knownWidgets(inherited) };
}
