import { defineEntity, p, type PolicyDef } from '@mikro-orm/core';

/** The logins that the platform runs with; the third one, the owner, only migrates. */
export const runtimeRole = 'tabard_runtime';
export const maintenanceRole = 'tabard_maintenance';

/** The workspace of the open transaction; evaluated once a statement, and `null` (no row) where none is set. */
const currentWorkspace = "(select nullif(current_setting('app.workspace_id', true), '')::uuid)";

/** The wall of every tenant table, as the end of a `create policy` statement. */
export const workspaceGuard = `as restrictive to ${runtimeRole} using (workspace_id = ${currentWorkspace}) with check (workspace_id = ${currentWorkspace})`;

/** What the maintenance login may do across workspaces on one table. */
export type MaintenanceRight = 'select' | 'insert' | 'update' | 'delete';

/**
 * The policies of every tenant table: a RESTRICTIVE guard that no other policy can widen, the permissive one that lets the
 * runtime login in at all, and for each stated right a permissive one for the maintenance login.
 */
export function tenantPolicies(table: string, maintenance: readonly MaintenanceRight[] = []): PolicyDef[] {
  const own = `workspace_id = ${currentWorkspace}`;
  return [
    { name: `${table}_guard`, type: 'restrictive', command: 'all', roles: [runtimeRole], using: own, check: own },
    {
      name: `${table}_runtime`,
      type: 'permissive',
      command: 'all',
      roles: [runtimeRole],
      using: 'true',
      check: 'true',
    },
    ...maintenance.map((command): PolicyDef => ({
      name: `${table}_maintenance_${command}`,
      type: 'permissive',
      command,
      roles: [maintenanceRole],
      ...(command === 'insert' ? {} : { using: 'true' }),
      ...(command === 'insert' || command === 'update' ? { check: 'true' } : {}),
    })),
  ];
}

/**
 * The policies of a table above workspaces that is read before a place is known, and whose rows are written in the scope of the place
 * they belong to: the runtime login sees all, and changes what has the open transaction's scope in `scope_id`.
 */
export function placePolicies(table: string): PolicyDef[] {
  const own = `scope_id = ${currentWorkspace}`;
  const of = (command: MaintenanceRight, rest: Pick<PolicyDef, 'using' | 'check'>): PolicyDef => ({
    name: `${table}_${command}`,
    type: 'permissive',
    command,
    roles: [runtimeRole],
    ...rest,
  });
  return [
    of('select', { using: 'true' }),
    of('insert', { check: own }),
    of('update', { using: own, check: own }),
    of('delete', { using: own }),
  ];
}

/** The columns every tenant table starts with; both are its primary key, the workspace first. */
export const tenantKey = () => ({
  workspaceId: p.uuid().primary(),
  id: p.uuid().primary(),
});

/** When a row came and when it last changed; set by the database's clock. */
export const timestamps = () => ({
  createdAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  updatedAt: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
});

export { defineEntity, p };
