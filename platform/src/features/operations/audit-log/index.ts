import { auditLogMonths, defineFeature, monthKeeper } from '#kernel';
import { exportAuditLog } from './export-audit-log.ts';

/** Who did what, from where, and what changed by it. Written by the base procedures of the kernel. */
export const auditLogFeature = defineFeature({
  name: 'audit-log',
  routes: [exportAuditLog],
  services: [monthKeeper([auditLogMonths])],
});

export { auditLogRouter } from './audit-log.router.ts';
export { showActors } from './show-actors.ts';
