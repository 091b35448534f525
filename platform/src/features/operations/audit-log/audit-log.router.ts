import { auditLogListInput, auditLogListOutput } from '@tabard/contract';
import { router, workspaceQuery } from '#kernel';
import { listAuditLog } from './list-audit-log.ts';

export const auditLogRouter = router({
  /** Lists who did what, from where, and what changed by it: in the workspace, or above it in the caller's organization. */
  list: workspaceQuery({
    permission: 'audit_log.read',
    input: auditLogListInput,
    output: auditLogListOutput,
    handler: listAuditLog,
  }),
});
