import { auditLogListInput, auditLogListOutput, auditLogReachOutput } from '@tabard/contract';
import { z } from 'zod';
import { router, workspaceQuery } from '#kernel';
import { listAuditLog } from './list-audit-log.ts';
import { showReach } from './show-reach.ts';

export const auditLogRouter = router({
  /** Lists who did what, from where, and what changed by it: in the workspace, or above it in the caller's organization. */
  list: workspaceQuery({
    permission: 'audit_log.read',
    input: auditLogListInput,
    output: auditLogListOutput,
    handler: listAuditLog,
  }),
  /** Tells whether you can also read what was done above the workspace, and in which organization. */
  reach: workspaceQuery({
    permission: 'audit_log.read',
    input: z.strictObject({}).optional(),
    output: auditLogReachOutput,
    handler: showReach,
  }),
});
