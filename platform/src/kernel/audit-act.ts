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

/** A change that is about to be made. */
interface Change {
  sql: Sql;
  scopeId: Uuid;
  act: string;
  ids: NamedIds;
  input: unknown;
}

/** Looks at what an act is about to change; gives what writes the act into the audit log, in the same transaction. */
export async function audited(
  request: Requested,
  principal: Principal,
  { sql, scopeId, act, ids, input }: Change,
): Promise<(answer: unknown) => PendingEntry> {
  const before = await readBefore(request.app, sql, scopeId, ids, input);
  const entry = { ...actingAs(principal), origin: originOf(request), act, outcome: 'ok', input };
  const subjects = ids.subjects(input);
  return (answer) => pendingEntry({ ...entry, subjects: [...subjects, ...idOfAnswer(answer)] }, before);
}
