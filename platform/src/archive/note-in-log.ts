import { toPublicId, type Uuid } from '@tabard/contract';
import { writeAuditEntry, type Sql } from '#kernel';

/** Notes in the log of a workspace that somebody at the command line wrote all of it into a file, or made it of one. */
export function noteInLog(sql: Sql, workspaceId: Uuid, act: 'workspaces.export' | 'workspaces.import'): Promise<void> {
  return writeAuditEntry(sql, workspaceId, {
    actor: null,
    origin: { ip: null, userAgent: null },
    act,
    outcome: 'ok',
    input: {},
    subjects: [toPublicId('workspace', workspaceId)],
  });
}
