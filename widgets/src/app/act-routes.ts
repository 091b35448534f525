import type { Permission } from '@tabard/contract';
import type { RouteName } from './app-routes.ts';

/** Actions that have an address: what stands over which page, and who may. */
export const actRoutes = {
  'import-leads': { over: 'leads', needs: 'lead.import' },
  'add-lead': { over: 'leads', needs: 'lead.write' },
  'connect-mailbox': { over: 'mailboxes', needs: 'mailbox.manage' },
} as const satisfies Partial<Record<RouteName, { over: RouteName; needs: Permission }>>;
