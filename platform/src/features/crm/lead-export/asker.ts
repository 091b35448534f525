import type { Uuid } from '@tabard/contract';
import type { Permission } from '@tabard/contract/permissions';
import type { Principal } from '#kernel';

/** Who asked, as it is kept until the job reads for them: ids and what they were allowed, no names. */
export interface Asker {
  kind: Principal['kind'];
  id: string;
  organizationId: Uuid;
  workspaceId: Uuid | null;
  permissions: Permission[];
  /** The host's own user of a page. */
  onBehalfOf: string | null;
  /** The person of ours whose sign-in opened the page. */
  userId: Uuid | null;
  widgets: string[];
}

/** What is kept of a principal. */
export function askerOf(principal: Principal, id: string): Asker {
  const isPage = principal.kind === 'embed_session';
  return {
    kind: principal.kind,
    id,
    organizationId: principal.organizationId,
    workspaceId: principal.workspaceId,
    permissions: [...principal.permissions],
    onBehalfOf: isPage ? principal.externalUser.id : null,
    userId: isPage ? principal.userId : null,
    widgets: isPage ? [...principal.widgets] : [],
  };
}

/** The principal for whom leads are read. */
export function principalOf(asker: Asker, workspaceId: Uuid): Principal {
  const granted = { permissions: new Set(asker.permissions), organizationId: asker.organizationId };
  switch (asker.kind) {
    case 'user':
      return { kind: 'user', ...granted, userId: asker.id, sessionId: asker.id, workspaceId: asker.workspaceId };
    case 'api_key':
      return { kind: 'api_key', ...granted, apiKeyId: asker.id, workspaceId: asker.workspaceId };
    case 'embed_session':
      return {
        kind: 'embed_session',
        ...granted,
        embedSessionId: asker.id,
        workspaceId,
        userId: asker.userId,
        externalUser: { id: asker.onBehalfOf ?? '', name: '', email: null },
        widgets: asker.widgets,
      };
    case 'job':
      return { kind: 'job', ...granted, job: asker.id, workspaceId: asker.workspaceId };
  }
}
