import { fromPublicId, type Uuid } from '@tabard/contract';
import { isUnder } from '#features/identity/address';
import { isInNetworks } from '#features/identity/api-key';
import { mayEmbed } from '#features/identity/embed-session';
import { findExternal, reachWorkspace } from '#features/identity/workspace';
import { fail, type App, type Principal, type ServedDomain } from '#kernel';
import { findCredential, type Credential } from './find-credential.ts';
import { refuseAddress } from './refuse-address.ts';
import { requireOpenOrganization, requireOpenWorkspace } from './require-open.ts';
import { userPrincipal } from './user-principal.ts';

/** The parts of a request that say who is calling. */
export interface Presented {
  /** The Authorization header. */
  authorization: string | undefined;
  /** The Workspace-Id header: a public id, or `external:` and what the host's own system calls the workspace. */
  workspaceHeader: string | undefined;
  /** The Origin header, which browsers send. */
  origin: string | undefined;
  /** Whether a browser says that a page asks. */
  fromPage: boolean;
  /** Whose host name the request came to; null for the installation's own. */
  domain: ServedDomain | null;
  /** The network address it comes from; behind trusted proxies, the one that they say. */
  ip: string;
  userAgent: string | null;
}

/** Who is calling, and the workspace they act in; both null when nobody says who they are. */
export interface Caller {
  principal: Principal | null;
  workspaceId: Uuid | null;
}

interface Known extends Caller {
  credential: Credential;
}

/** A look at a credential: running, or its result for a while. */
interface Look {
  known: Promise<Known>;
  until: number;
}

/** A revoked credential is refused within this time; open streams are looked at again as often. Together they stay below 5 s. */
export const credentialCacheMs = 1500;

const caches = new WeakMap<App, Map<string, Look>>();

/**
 * Finds out who is calling; `afresh` asks the database also when it was asked a moment ago.
 * @throws `auth.invalid_token`, `auth.origin_not_allowed`, `auth.key_in_page`, `auth.address_not_allowed`, `workspace.not_found`
 * @throws `workspace.suspended` and its like where the place is shut
 */
export async function authenticate(app: App, presented: Presented, { afresh = false } = {}): Promise<Caller> {
  if (presented.authorization === undefined) return { principal: null, workspaceId: null };
  const token = /^Bearer ([\w-]{1,200})$/i.exec(presented.authorization)?.[1] ?? fail('auth.invalid_token');
  const key = `${token} ${presented.domain?.id ?? ''} ${presented.workspaceHeader ?? ''}`;
  const cache = caches.get(app) ?? new Map<string, Look>();
  caches.set(app, cache);
  let look = cache.get(key);
  if (afresh || !look || look.until < Date.now()) {
    // Many who come with one credential at once wait for one look.
    look = { known: lookUp(app, token, presented), until: Date.now() + credentialCacheMs };
    if (cache.size >= 10_000) cache.clear();
    cache.set(key, look);
    look.known.catch(() => cache.get(key) === look && cache.delete(key));
  }
  const known = await look.known;
  const { credential } = known;
  if (credential.kind === 'embed_session' && !mayEmbed(app, credential.origins, presented.origin))
    fail('auth.origin_not_allowed');
  if (credential.kind === 'api_key' && presented.fromPage && !app.config.http.embedDevelopment)
    fail('auth.key_in_page');
  if (credential.kind === 'api_key' && !isInNetworks(presented.ip, credential.networks))
    refuseAddress(app, credential.principal, presented);
  return known;
}

async function lookUp(app: App, token: string, { workspaceHeader, domain, ip }: Presented): Promise<Known> {
  const credential = (await findCredential(app, token, ip)) ?? fail('auth.invalid_token');
  // A person's sign-in is good under the name at which they signed in, and no other.
  if (credential.kind === 'user' && credential.domainId !== (domain?.id ?? null)) fail('auth.invalid_token');
  const named = workspaceHeader === undefined ? null : await workspaceNamed(app, credential, workspaceHeader);
  if (workspaceHeader !== undefined && named === null) fail('workspace.not_found');
  const principal = credential.kind === 'user' ? await userPrincipal(app, credential, named) : credential.principal;
  const workspaceId = named ?? limitOf(principal);
  const placed = workspaceId === null ? null : await reachWorkspace({ app, principal }, workspaceId);
  if (workspaceId !== null && !placed) fail('workspace.not_found');
  // Under somebody's name there is nothing but theirs.
  if (!(await isUnder(app, domain, workspaceId ?? principal.organizationId))) fail('auth.invalid_token');
  if (placed) await requireOpenWorkspace(app, principal, placed);
  else if (principal.permissions.size > 0) await requireOpenOrganization(app, principal);
  return { credential, principal, workspaceId };
}

/** The workspace that a header names: by its id, or after `external:` by what the host's own system calls it. */
async function workspaceNamed(app: App, credential: Credential, header: string): Promise<Uuid | null> {
  if (!header.startsWith(externalMark)) return fromPublicId('workspace', header);
  const principal = credential.kind === 'user' ? await userPrincipal(app, credential, null) : credential.principal;
  return findExternal({ app, principal }, header.slice(externalMark.length));
}

const externalMark = 'external:';

/** The one workspace a caller is limited to need not be named. */
function limitOf(principal: Principal): Uuid | null {
  return principal.kind === 'user' && principal.permissions.size === 0 ? null : principal.workspaceId;
}
