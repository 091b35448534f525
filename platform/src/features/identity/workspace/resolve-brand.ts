import type { Brand } from '@tabard/contract';
import { inheritBrand, levelOf, type PlainSettings, type SettingsLevel } from '#features/identity/organization';
import type { PlacedWorkspace, WorkspaceRow } from './require-workspace.ts';

/** The places whose settings hold in a workspace: itself, and all above it, nearest first. */
export function levelsOf({ row, chain }: PlacedWorkspace): SettingsLevel[] {
  return [workspaceLevel(row), ...chain.map(levelOf)];
}

/** A workspace as a place that says settings. */
export function workspaceLevel(row: WorkspaceRow): SettingsLevel {
  const { inheritPostalAddress: _, ...parts } = row.brand;
  const said = { ...parts, ...(row.settings ?? saidBefore(row)) };
  return { kind: 'workspace', id: row.id, name: row.name, said, locks: [], inheritsAddress: false };
}

/** What a workspace says that was made before it could inherit these: what differs from what nobody chose. */
function saidBefore(row: WorkspaceRow): PlainSettings {
  return {
    locale: row.locale,
    timeZone: row.time_zone,
    ...(row.daily_cap !== null && { dailyCap: row.daily_cap }),
    ...(row.delivery_guarantee !== 'at_most_once' && { deliveryGuarantee: row.delivery_guarantee }),
  };
}

/** The brand of a workspace with everything inherited filled in: for mails and hosted pages. */
export function brandOf(placed: PlacedWorkspace): Brand {
  return inheritBrand(levelsOf(placed));
}
