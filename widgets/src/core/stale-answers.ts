// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.

import type { WorkspaceEvent } from '@tabard/contract';

/** Which answers an event makes old besides those of its own noun, by the first word of their cache keys. */
export const staleAnswers: Partial<Record<WorkspaceEvent['type'], readonly string[]>> = {
  'delivery.accepted': ['campaigns', 'enrollments', 'analytics', 'mailboxes'],
  'delivery.failed': ['campaigns', 'enrollments', 'analytics'],
  'mail.opened': ['campaigns', 'analytics'],
  'mail.clicked': ['campaigns', 'analytics'],
  'mail.bounced': ['campaigns', 'enrollments', 'leads', 'analytics'],
  'mail.complained': ['campaigns', 'analytics'],
  'lead.unsubscribed': ['campaigns', 'enrollments', 'analytics'],
  'lead.replied': ['campaigns', 'enrollments', 'conversations', 'analytics'],
  'enrollment.updated': ['campaigns'],
  'message.received': ['conversations'],
  'message.sent': ['conversations'],
  'lead_import.progressed': ['leads'],
  'company.updated': ['leads'],
  'segment.counted': ['leads', 'segments'],
  'role.updated': ['roles', 'members', 'invitations'],
  'snapshot_roll_out.updated': ['snapshots'],
  'lead.created': ['companies'],
  'lead.updated': ['companies'],
};
