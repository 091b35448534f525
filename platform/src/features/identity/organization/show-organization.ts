import { toPublicId, type Organization } from '@tabard/contract';
import type { OrganizationRow } from './load-chain.ts';
import { inheritBrand, levelOf } from './organization.rules.ts';
import { standingOf } from './standing.rules.ts';
import { strictestOf } from './sign-in-rules.ts';

/** The organization as callers see it; `chain` is itself and all above it. */
export function showOrganization(chain: readonly [OrganizationRow, ...OrganizationRow[]]): Organization {
  const [row] = chain;
  return {
    id: toPublicId('organization', row.id),
    parentId: row.parent_id && toPublicId('organization', row.parent_id),
    kind: row.kind,
    name: row.name,
    slug: row.slug,
    externalId: row.external_id,
    standing: standingOf(chain),
    brand: inheritBrand(chain.map(levelOf)),
    ownBrand: row.brand as Organization['ownBrand'], // what is null is not stored
    signIn: strictestOf(chain.map(({ sign_in }) => sign_in)),
    ownSignIn: row.sign_in,
    createdAt: row.created_at.toISOString(),
  };
}
