import type { Uuid } from '@tabard/contract';
import { addressOf } from '#features/identity/address';
import type { App } from '#kernel';
import { linkOf } from './invitation.rules.ts';

/** The link of an invitation, at the address of the place that it leads to. */
export async function linkAt(
  app: App,
  { workspaceId, organizationId }: { workspaceId: Uuid | null; organizationId: Uuid },
  code: string,
): Promise<string> {
  return linkOf(await addressOf(app, workspaceId ?? organizationId, 'app'), code);
}
