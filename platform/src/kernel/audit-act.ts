import type { Permission } from '@tabard/contract/permissions';
import type { Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { Sql } from './database.ts';
import {
  actingAs,
  idOfAnswer,
  noteRefusal,
  originOf,
  readBefore,
  pendingEntry,
  type NamedIds,
  type PendingEntry,
} from './audit-entry.ts';
import { toFailure } from './fail.ts';
import { requirePermission, type Principal } from './principal.ts';

/** What the log takes from a request. */
interface Requested {
  app: App;
  workspaceId: Uuid | null;
  ip: string;
  userAgent?: string | null;
}

/** Ends the act unless the principal has the permission, and notes that a change was refused. `act`: the change; a look is not noted. */
export function allow(request: Requested, principal: Principal, permission: Permission, act?: string): void {
  try {
    requirePermission(principal, permission);
  } catch (error) {
    if (act !== undefined)
      noteRefusal(request.app, request.workspaceId ?? principal.organizationId, {
        ...actingAs(principal),
        origin: originOf(request),
        act,
        outcome: 'auth.permission_denied',
        input: { permission },
        subjects: [],
      });
    throw error;
  }
}

/** Notes a change that its own rules refuse the caller: what is not theirs to give, or above workspaces what is out of their reach. */
export async function notingRefusal<T>(
  request: Requested,
  principal: Principal,
  { act, ids, input, above }: Pick<Change, 'act' | 'ids' | 'input'> & { above: boolean },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, status } = toFailure(error);
    if (status === 403 || (above && status === 404))
      noteRefusal(request.app, above ? principal.organizationId : (request.workspaceId ?? principal.organizationId), {
        ...actingAs(principal),
        origin: originOf(request),
        act,
        outcome: code,
        input: ids.shown(input),
        subjects: ids.subjects(input),
      });
    throw error;
  }
}

/** A change that is about to be made. */
interface Change {
  sql: Sql;
  scopeId: Uuid;
  act: string;
  ids: NamedIds;
  input: unknown;
}

/** Looks at what an action is about to change; gives what writes the action into the audit log, in the same transaction. */
export async function audited(
  request: Requested,
  principal: Principal,
  { sql, scopeId, act, ids, input }: Change,
): Promise<(answer: unknown) => PendingEntry> {
  const before = await readBefore(request.app, sql, scopeId, ids, input);
  const entry = { ...actingAs(principal), origin: originOf(request), act, outcome: 'ok', input: ids.shown(input) };
  const subjects = ids.subjects(input);
  return (answer) => pendingEntry({ ...entry, subjects: [...idOfAnswer(answer), ...subjects] }, before);
}
