import type { Suppression, Uuid } from '@tabard/contract';
import { normaliseAddress } from '@tabard/email';
import { emitStandard, newId, type RowOf, type WriteScope } from '#kernel';
import { addressHash } from './address-hash.ts';
import { suppressions } from './suppression.entity.ts';

export interface SuppressAddressInput {
  email: string;
  reason: Suppression['reason'];
  campaignId?: Uuid | null;
}

/** Stops all mail to an address, in every spelling. One that is stopped already stays so for its first reason. */
export const suppressAddress = (scope: WriteScope, input: SuppressAddressInput): Promise<Suppression> =>
  suppressHash(scope, {
    ...input,
    hash: addressHash(scope.app, scope.workspaceId, input.email),
    // In the form in which leads are kept; what is no address can come from an old list only.
    email: normaliseAddress(input.email) ?? input.email,
  });

/** The same for an address that only its hash is left of. */
export async function suppressHash(
  scope: WriteScope,
  { hash, email, reason, campaignId }: Omit<SuppressAddressInput, 'email'> & { hash: string; email?: string },
): Promise<Suppression> {
  const id = newId();
  const [row] = await scope.sql<RowOf<typeof suppressions.noun.fields, 'removed'>>(
    `insert into suppression as s (workspace_id, id, address_hash, email, reason, campaign_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, address_hash) do update set email = coalesce(s.email, excluded.email)
     returning ${suppressions.columns}`,
    [scope.workspaceId, id, hash, email ?? null, reason, campaignId ?? null],
  );
  const suppression = suppressions.shape(row!); // an upsert returns its row
  if (row!.id === id) emitStandard(scope, suppressions, 'created', id);
  return suppression;
}
