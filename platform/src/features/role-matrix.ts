import { rolePermissions, roles, type Role } from '@tabard/contract/permissions';
import { proceduresOf, type ProcedureMeta } from '#kernel';
import { appRouter } from './router.ts';

/** Whether a role may call a procedure: `*` anybody may, `+` it may, `-` it may not. */
type RoleMark = '*' | '+' | '-';

/** What a role may do with what a procedure needs. */
export function roleMark(role: Role, { level, permission }: Partial<ProcedureMeta> = {}): RoleMark {
  if (level === 'public') return '*';
  return !permission || (rolePermissions[role] as readonly string[]).includes(permission) ? '+' : '-';
}

/** One line for each procedure, tab by tab: what it needs, and a mark for each role. */
export function roleMatrix(): string {
  const lines = proceduresOf(appRouter).map(({ name, meta }) =>
    [name, meta?.permission ?? meta?.level ?? '', ...roles.map((role) => roleMark(role, meta))].join('\t'),
  );
  return [['procedure', 'needs', ...roles].join('\t'), ...lines, ''].join('\n');
}
