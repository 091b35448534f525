import type { Uuid } from '@tabard/contract';
import { reachAbove } from '#features/identity/organization';
import type { OrganizationScope } from '#kernel';
import type { Place } from './place.ts';

/** The names of the organizations of a place that the caller may know: up to their own. */
export async function namesSeen(scope: OrganizationScope, { chain }: Place): Promise<Map<Uuid, string>> {
  const root = (await reachAbove(scope)) ?? scope.principal.organizationId;
  return new Map(chain.slice(0, chain.findIndex(({ id }) => id === root) + 1).map(({ id, name }) => [id, name]));
}
