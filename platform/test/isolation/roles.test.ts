import { rolePermissions, roles } from '@tabard/contract';
import { describe, expect, it } from 'vitest';
import { appRouter } from '#features';
import type { ProcedureMeta } from '#kernel';

interface Known {
  _def: { meta?: ProcedureMeta };
}

/** One line for each procedure: what it needs, and a mark for each role that has it. */
function matrix(): string {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Known>).toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const lines = procedures.map(([name, { _def }]) => {
    const { level, permission } = _def.meta ?? {};
    const marks = roles.map((role) => {
      if (level === 'public') return '*';
      if (!permission) return '+';
      return (rolePermissions[role] as readonly string[]).includes(permission) ? '+' : '-';
    });
    return [name, permission ?? level ?? '', ...marks].join('\t');
  });
  return [['procedure', 'needs', ...roles].join('\t'), ...lines, ''].join('\n');
}

describe('the built-in roles', () => {
  it('may call exactly the procedures of the reviewed matrix', async () => {
    await expect(matrix()).toMatchFileSnapshot('roles.tsv');
  });

  it('can each do something, and nobody below an administrator makes credentials or changes the tree', () => {
    for (const role of roles) expect(rolePermissions[role].length, role).toBeGreaterThan(0);
    for (const role of ['campaign_manager', 'outreach_specialist', 'viewer', 'client'] as const)
      expect(
        rolePermissions[role].filter((name) =>
          /^(?:organization|api_key|embed_session)\.|workspace\.manage/.test(name),
        ),
      ).toEqual([]);
  });
});
