import type { TreePlace } from '@tabard/contract';
import { writeShutting, type ShuttingAct } from '#features/identity/organization';
import { holdChain, spreadSettings } from '#features/identity/workspace';
import type { OrganizationWriteScope } from '#kernel';
import { requireTarget, type NamedPlace } from './require-target.ts';
import { showPlace, tellPlaces } from './show-place.ts';

/** Shuts or opens a place, and fills in what holds in all workspaces below, in one transaction. */
const changing =
  (act: ShuttingAct) =>
  async (scope: OrganizationWriteScope, input: NamedPlace & { reason?: string }): Promise<TreePlace> => {
    const { sql } = scope;
    const target = await requireTarget(scope, input);
    const { workspace, chain } = target;
    await holdChain(sql, workspace ? chain : chain.slice(1));
    const place = workspace ? { table: 'workspace' as const, id: workspace.id } : organizationPlace(chain[0].id);
    await writeShutting(sql, place, act, input.reason);
    await spreadSettings(sql, chain[0].id, workspace?.id);
    await tellPlaces(scope, target);
    return showPlace(sql, target);
  };

const organizationPlace = (id: string) => ({ table: 'organization' as const, id });

export const suspendPlace = changing('suspend');
export const resumePlace = changing('resume');
export const archivePlace = changing('archive');
export const restorePlace = changing('restore');
