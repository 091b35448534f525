import type { Uuid } from '@tabard/contract';
import type { DomainPurpose } from '@tabard/contract/identity/domain-words';
import type { App } from '#kernel';
import { forAMoment } from './for-a-moment.ts';
import { domainUrl, ownAddress, type AddressPurpose } from './own-addresses.ts';
import { scopeChain } from './scope-chain.ts';

interface DomainRow {
  workspace_id: Uuid;
  purpose: DomainPurpose;
  host: string;
}

/** The names that mails and pages of a place may be written with. One that leads elsewhere now is none of them. */
const namesAbove = forAMoment(async (app, scopeId) => {
  const chain = await scopeChain(app, scopeId);
  const rows = await app.database.maintain<DomainRow>(
    `select workspace_id, purpose, host from domain
      where workspace_id = any($1) and (state = 'active' or state = 'failing' and points) order by id`,
    [chain],
  );
  return chain.flatMap((id) => rows.filter((row) => row.workspace_id === id));
});

/** The nearest name for a purpose: of the place itself, or of an organization above; null where nobody has one. */
export async function nearestName(app: App, scopeId: Uuid, purpose: DomainPurpose): Promise<string | null> {
  return (await namesAbove(app, scopeId)).find((row) => row.purpose === purpose)?.host ?? null;
}

/**
 * Where the pages, the API or the links of a workspace or an organization are, without a slash at the end. Every absolute address in
 * mails and pages is made of it, and none of what a request says.
 */
export async function addressOf(app: App, scopeId: Uuid, purpose: AddressPurpose): Promise<string> {
  const host = await nearestName(app, scopeId, purpose);
  return host === null ? ownAddress(app.config, purpose) : domainUrl(app.config, purpose, host);
}
