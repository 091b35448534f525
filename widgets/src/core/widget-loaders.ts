// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.

import type { WidgetName } from '@tabard/contract';

/** The file of each embeddable element, which exports its class. Each is a chunk of its own, fetched when its tag first appears. */
export const widgetLoaders: Record<WidgetName, () => Promise<object>> = {
  'search-page': () => import('../operations/search-page/search-page.ts'),
  'campaign-list': () => import('../outreach/campaign-list/campaign-list.ts'),
  'campaign-editor': () => import('../outreach/campaign-editor/campaign-editor.ts'),
  inbox: () => import('../inbox/inbox/inbox.ts'),
  'lead-table': () => import('../crm/lead-table/lead-table.ts'),
  'lead-page': () => import('../crm/lead-page/lead-page.ts'),
  'lead-board': () => import('../crm/lead-board/lead-board.ts'),
  'deal-board': () => import('../crm/deal-board/deal-board.ts'),
  'deal-forecast': () => import('../insight/deal-forecast/deal-forecast.ts'),
  'analytics-overview': () => import('../insight/analytics-overview/analytics-overview.ts'),
  'agency-overview': () => import('../insight/agency-overview/agency-overview.ts'),
  'member-list': () => import('../identity/member-list/member-list.ts'),
  'role-list': () => import('../identity/role-list/role-list.ts'),
  'api-key-list': () => import('../identity/api-key-list/api-key-list.ts'),
  'audit-log': () => import('../operations/audit-log/audit-log.ts'),
  'brand-editor': () => import('../identity/brand-editor/brand-editor.ts'),
  'domain-list': () => import('../identity/domain-list/domain-list.ts'),
  'organization-tree': () => import('../identity/organization-tree/organization-tree.ts'),
  'snapshot-list': () => import('../identity/snapshot-list/snapshot-list.ts'),
  'account-settings': () => import('../identity/account-settings/account-settings.ts'),
  timeline: () => import('../operations/timeline/timeline.ts'),
  'company-list': () => import('../crm/company-list/company-list.ts'),
  'task-list': () => import('../crm/task-list/task-list.ts'),
  'custom-field-list': () => import('../crm/custom-field-list/custom-field-list.ts'),
  'segment-list': () => import('../crm/segment-list/segment-list.ts'),
  'tag-list': () => import('../crm/tag-list/tag-list.ts'),
  'list-list': () => import('../crm/list-list/list-list.ts'),
  'pipeline-list': () => import('../crm/pipeline-list/pipeline-list.ts'),
  'template-list': () => import('../outreach/template-list/template-list.ts'),
  'mailbox-list': () => import('../outreach/mailbox-list/mailbox-list.ts'),
  app: () => import('../app/app/app.ts'),
};
