import type { Uuid } from '@tabard/contract';
import type { DomainPurpose } from '@tabard/contract/identity/domain-words';
import type { App, Host } from '#kernel';
import { forAMoment } from './for-a-moment.ts';
import { domainUrl, ownAddress } from './own-addresses.ts';

interface ServedRow {
  id: Uuid;
  workspace_id: Uuid;
  organization_id: Uuid;
  purpose: DomainPurpose;
  host: string;
  is_sound: boolean;
}

/** All names that are served, asked for at once: a name that nobody has costs no question. A failing one goes out by itself. */
const servedNames = forAMoment(async (app) => {
  const rows = await app.database.maintain<ServedRow>(
    `select id, workspace_id, organization_id, purpose, host, state = 'active' as is_sound from domain
      where purpose <> 'mail' and (state = 'active' or state = 'failing' and failing_since > now() - interval '24 hours')`,
  );
  return new Map(rows.map((row) => [row.host, row]));
});

/** The host of a name, in lower case, that somebody has; null where nobody has it. */
export async function hostOf(app: App, name: string): Promise<Host | null> {
  const row = (await servedNames(app, '')).get(name);
  return row ? showHost(app, row) : null;
}

/** The host of a domain of somebody's, or of the installation's own pages; null for one that is not served. */
export async function hostById(app: App, domainId: Uuid | null): Promise<Host | null> {
  if (domainId === null) return ownHost(app);
  const row = [...(await servedNames(app, '')).values()].find(({ id }) => id === domainId);
  return row ? showHost(app, row) : null;
}

function showHost(app: App, row: ServedRow): Host | null {
  const { id, workspace_id: scopeId, organization_id: organizationId, purpose, host } = row;
  return purpose === 'mail'
    ? null
    : { url: domainUrl(app.config, purpose, host), domain: { id, scopeId, organizationId, purpose } };
}

/** Whether a name is in use and all of its records are there: for whoever asks whether to get a certificate for it. */
export async function isSound(app: App, name: string): Promise<boolean> {
  return (await servedNames(app, '')).get(name)?.is_sound ?? false;
}

/** The host of the installation's own pages. */
export const ownHost = ({ config }: Pick<App, 'config'>): Host => ({ url: ownAddress(config, 'app'), domain: null });
