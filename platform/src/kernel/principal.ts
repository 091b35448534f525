import type { Uuid } from '@tabard/contract';
import type { Permission } from '@tabard/contract/permissions';
import { fail } from './fail.ts';

interface Granted {
  permissions: ReadonlySet<Permission>;
  organizationId: Uuid;
}

/**
 * A person who signed in. `permissions` are those that hold everywhere in the principal's reach: the branch of
 * `organizationId`, or the one workspace when `workspaceId` is set.
 */
export interface UserPrincipal extends Granted {
  kind: 'user';
  userId: Uuid;
  sessionId: Uuid;
  workspaceId: Uuid | null;
}
/** A server with an API key of an organization, or of one workspace of it. */
export interface ApiKeyPrincipal extends Granted {
  kind: 'api_key';
  apiKeyId: Uuid;
  workspaceId: Uuid | null;
}
/** A page with an embed session: one workspace, the host's own user, a set of widgets. */
export interface EmbedPrincipal extends Granted {
  kind: 'embed_session';
  embedSessionId: Uuid;
  workspaceId: Uuid;
  /** The person of ours whose sign-in opened the page; null when a host did. */
  userId: Uuid | null;
  externalUser: { id: string; name: string; email: string | null };
  widgets: readonly string[];
}
/** A background job; it may do what its feature does. */
export interface JobPrincipal extends Granted {
  kind: 'job';
  job: string;
  workspaceId: Uuid | null;
}

/** Who is calling. */
export type Principal = UserPrincipal | ApiKeyPrincipal | EmbedPrincipal | JobPrincipal;

/** Ends the action unless the principal has the permission. */
export function requirePermission(principal: Principal, permission: Permission): void {
  if (principal.permissions.has(permission)) return;
  fail('auth.permission_denied', {
    public: `This needs the permission "${permission}". An administrator of the workspace can grant it.`,
    internal: `${principal.kind} lacks ${permission}`,
  });
}

/** Who acted, as rows keep it: the kind of principal, and its id or the job's name. */
export interface Actor {
  kind: Principal['kind'];
  id: string;
}

/** The actor that a principal is. */
export function actorOf(principal: Principal): Actor {
  switch (principal.kind) {
    case 'user':
      return { kind: principal.kind, id: principal.userId };
    case 'api_key':
      return { kind: principal.kind, id: principal.apiKeyId };
    case 'embed_session':
      return { kind: principal.kind, id: principal.embedSessionId };
    case 'job':
      return { kind: principal.kind, id: principal.job };
  }
}

/** Identifies the caller for the idempotency record: two callers never share an answer. */
export function callerOf(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
      return `user:${principal.userId}`;
    case 'api_key':
      return `api_key:${principal.apiKeyId}`;
    case 'embed_session':
      return `embed:${principal.workspaceId}:${principal.externalUser.id}`;
    case 'job':
      return `job:${principal.job}`;
  }
}
