import { fromPublicId, type Uuid } from '@tabard/contract';
import { mayEmbed } from '#features/identity/embed-session';
import { reachWorkspace } from '#features/identity/workspace';
import { fail, type App, type Principal } from '#kernel';
import { findCredential, type Credential } from './find-credential.ts';
import { userPrincipal } from './user-principal.ts';

/** The parts of a request that say who is calling. */
export interface Presented {
  /** The Authorization header. */
  authorization: string | undefined;
  /** The Workspace-Id header: a public id. */
  workspaceHeader: string | undefined;
  /** The Origin header, which browsers send. */
  origin: string | undefined;
  /** Whether a browser says that a page asks. */
  fromPage: boolean;
}

/** Who is calling, and the workspace they act in; both null when nobody says who they are. */
export interface Caller {
  principal: Principal | null;
  workspaceId: Uuid | null;
}

interface Known extends Caller {
  credential: Credential;
  until: number;
}

/** A revoked credential is refused within this time; open streams are looked at again as often. Together they stay below 5 s. */
export const credentialCacheMs = 1500;

const caches = new WeakMap<App, Map<string, Known>>();

/**
 * Finds out who is calling.
 * @throws `auth.invalid_token`, `auth.origin_not_allowed`, `auth.key_in_page`, `workspace.not_found`
 */
export async function authenticate(app: App, presented: Presented): Promise<Caller> {
  if (presented.authorization === undefined) return { principal: null, workspaceId: null };
  const token = /^Bearer ([\w-]{1,200})$/i.exec(presented.authorization)?.[1] ?? fail('auth.invalid_token');
  const key = `${token} ${presented.workspaceHeader ?? ''}`;
  const cache = caches.get(app) ?? new Map<string, Known>();
  caches.set(app, cache);
  let known = cache.get(key);
  if (!known || known.until < Date.now()) {
    known = await lookUp(app, token, presented.workspaceHeader);
    if (cache.size >= 10_000) cache.clear();
    cache.set(key, known);
  }
  const { credential } = known;
  if (credential.kind === 'embed_session' && !mayEmbed(app, credential.origins, presented.origin))
    fail('auth.origin_not_allowed');
  if (credential.kind === 'api_key' && presented.fromPage && !app.config.http.embedDevelopment)
    fail('auth.key_in_page');
  return known;
}

async function lookUp(app: App, token: string, workspaceHeader: string | undefined): Promise<Known> {
  const until = Date.now() + credentialCacheMs;
  const credential = (await findCredential(app, token)) ?? fail('auth.invalid_token');
  const named = workspaceHeader === undefined ? null : fromPublicId('workspace', workspaceHeader);
  if (workspaceHeader !== undefined && named === null) fail('workspace.not_found');
  const principal = credential.kind === 'user' ? await userPrincipal(app, credential, named) : credential.principal;
  const workspaceId = named ?? limitOf(principal);
  if (workspaceId !== null && !(await reachWorkspace({ app, principal }, workspaceId))) fail('workspace.not_found');
  return { credential, principal, workspaceId, until };
}

/** The one workspace a caller is limited to need not be named. */
function limitOf(principal: Principal): Uuid | null {
  return principal.kind === 'user' && principal.permissions.size === 0 ? null : principal.workspaceId;
}
