// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.

import type { WidgetName } from '@tabard/contract';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';

/** Where each embeddable element's code is. Every entry is a chunk of its own, fetched when its tag first appears. */
export const widgetLoaders: Record<WidgetName, () => Promise<PrefixedElementClass>> = {
  'campaign-list': async () => (await import('../outreach/campaign-list/campaign-list.ts')).CampaignList,
  'campaign-editor': async () => (await import('../outreach/campaign-editor/campaign-editor.ts')).CampaignEditor,
  inbox: async () => (await import('../inbox/inbox/inbox.ts')).Inbox,
  'lead-table': async () => (await import('../crm/lead-table/lead-table.ts')).LeadTable,
  'lead-board': async () => (await import('../crm/lead-board/lead-board.ts')).LeadBoard,
  'analytics-overview': async () =>
    (await import('../insight/analytics-overview/analytics-overview.ts')).AnalyticsOverview,
  'member-list': async () => (await import('../identity/member-list/member-list.ts')).MemberList,
  'api-key-list': async () => (await import('../identity/api-key-list/api-key-list.ts')).ApiKeyList,
  'audit-log': async () => (await import('../operations/audit-log/audit-log.ts')).AuditLog,
  'brand-editor': async () => (await import('../identity/brand-editor/brand-editor.ts')).BrandEditor,
  timeline: async () => (await import('../operations/timeline/timeline.ts')).Timeline,
  'template-list': async () => (await import('../outreach/template-list/template-list.ts')).TemplateList,
  'mailbox-list': async () => (await import('../outreach/mailbox-list/mailbox-list.ts')).MailboxList,
  app: async () => (await import('../app/app/app.ts')).App,
};
