import {
  toPublicId,
  widgetNames,
  type organizationEmbedConfigurationOutput,
  type organizationEmbedConfigurationUpdateInput,
  type Uuid,
} from '@tabard/contract';
import type { z } from 'zod';
import { changedBy, requireOrganization } from '#features/identity/organization';
import type { OrganizationWriteScope } from '#kernel';
import { splitChange } from './embed-configuration.rules.ts';
import { readOrganizationConfiguration } from './read-configuration.ts';
import { showConfiguration } from './show-configuration.ts';

/** Changes what an organization hands down of the widgets that are named; open pages of all workspaces below take it up within seconds. */
export async function updateOrganizationConfiguration(
  scope: OrganizationWriteScope,
  input: z.output<typeof organizationEmbedConfigurationUpdateInput>,
): Promise<z.input<typeof organizationEmbedConfigurationOutput>> {
  const { sql } = scope;
  const { organizationId } = input;
  await requireOrganization(scope, organizationId, 'manage');
  const { set, cleared } = splitChange(input.configuration);
  await sql('delete from organization_embed_configuration where organization_id = $1 and widget = any($2)', [
    organizationId,
    cleared,
  ]);
  await sql(
    `insert into organization_embed_configuration (organization_id, widget, settings)
     select $1, each.widget, each.settings from unnest($2::text[], $3::jsonb[]) as each(widget, settings)
     on conflict (organization_id, widget) do update set settings = excluded.settings, updated_at = now()`,
    [organizationId, set.map(({ widget }) => widget), set.map(({ settings }) => JSON.stringify(settings))],
  );
  const widgets = widgetNames.filter((name) => name in input.configuration);
  if (widgets.length > 0) {
    const below = await sql<{ id: Uuid }>(workspacesBelow, [organizationId]);
    const ids = below.map(({ id }) => id);
    scope.emitIn(ids, 'embed_configuration.updated', { widgets, by: changedBy(scope.principal) });
  }
  const placed = await readOrganizationConfiguration(sql, organizationId);
  return { organizationId: toPublicId('organization', organizationId), ...showConfiguration(placed) };
}

const workspacesBelow = `
  with recursive branch as (
    select o.id from organization o where o.id = $1
    union all
    select o.id from organization o join branch on o.parent_id = branch.id)
  select id from workspace where organization_id in (select id from branch)`;
