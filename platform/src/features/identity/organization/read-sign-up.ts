import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import { loadChain, type OrganizationRow } from './load-chain.ts';
import { levelOf } from './organization.rules.ts';
import { resolveSettings } from './resolve-setting.ts';
import { standingOf } from './standing.rules.ts';

/** How people sign up at an organization. */
export interface SignUpRules {
  organizationId: Uuid;
  /** The organization and all above it, nearest first. */
  chain: readonly OrganizationRow[];
  /** Domains whose addresses alone are taken; empty for any. */
  allowed: readonly string[];
  blocked: readonly string[];
  /** What they accept; null for nothing. */
  terms: { url: string; version: string } | null;
}

/** How people sign up at an organization, or at the operator where none is named; null where nobody can. */
export async function readSignUp(app: App, organizationId: Uuid | null): Promise<SignUpRules | null> {
  const id = organizationId ?? (await operatorOf(app));
  const chain = id === null ? [] : await loadChain(app, id);
  if (id === null || standingOf(chain) !== 'open') return null;
  const said = resolveSettings(chain.map(levelOf), [
    'signUp',
    'signUpDomains',
    'signUpBlockedDomains',
    'termsUrl',
    'termsVersion',
  ]);
  if (!said.signUp) return null;
  return {
    organizationId: id,
    chain,
    allowed: said.signUpDomains,
    blocked: said.signUpBlockedDomains,
    terms: said.termsUrl === null ? null : { url: said.termsUrl, version: said.termsVersion },
  };
}

async function operatorOf(app: App): Promise<Uuid | null> {
  const [row] = await app.database.readOrganization<{ id: Uuid }>(
    'select id from organization where parent_id is null order by created_at limit 1',
    [],
    'operator',
  );
  return row?.id ?? null;
}
