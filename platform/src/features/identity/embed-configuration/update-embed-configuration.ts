import {
  toPublicId,
  widgetNames,
  type embedConfigurationOutput,
  type embedConfigurationUpdateInput,
} from '@tabard/contract';
import type { z } from 'zod';
import { changedBy } from '#features/identity/organization';
import { requireWorkspace } from '#features/identity/workspace';
import type { WriteScope } from '#kernel';
import { knownWidgets, splitChange, type ConfiguredWidget } from './embed-configuration.rules.ts';
import { readOrganizationConfiguration, workspaceConfiguration } from './read-configuration.ts';
import { showConfiguration } from './show-configuration.ts';

/** Changes what the workspace says of the widgets that are named; open pages take it up within seconds. */
export async function updateEmbedConfiguration(
  scope: WriteScope,
  input: z.output<typeof embedConfigurationUpdateInput>,
): Promise<z.input<typeof embedConfigurationOutput>> {
  const { sql, workspaceId } = scope;
  const { row } = await requireWorkspace(scope, workspaceId);
  const { set, cleared } = splitChange(input.configuration);
  await sql('delete from embed_configuration where workspace_id = $1 and widget = any($2)', [workspaceId, cleared]);
  await sql(
    `insert into embed_configuration (workspace_id, widget, settings)
     select $1, each.widget, each.settings from unnest($2::text[], $3::jsonb[]) as each(widget, settings)
     on conflict (workspace_id, widget) do update set settings = excluded.settings, updated_at = now()`,
    [workspaceId, set.map(({ widget }) => widget), set.map(({ settings }) => JSON.stringify(settings))],
  );
  const widgets = widgetNames.filter((name) => name in input.configuration);
  if (widgets.length > 0) scope.emit('embed_configuration.updated', { widgets, by: changedBy(scope.principal) });
  const own = knownWidgets(await sql<ConfiguredWidget>(workspaceConfiguration, [workspaceId]));
  const above = await readOrganizationConfiguration(sql, row.organization_id);
  return {
    workspaceId: toPublicId('workspace', workspaceId),
    ...showConfiguration({ own, inherited: [...above.own, ...above.inherited] }),
  };
}
