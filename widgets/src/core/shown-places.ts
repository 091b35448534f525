// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.

import type { WidgetName } from '@tabard/contract';

/** Which element shows a place of the product, and which of its attributes is told the id. */
export const shownPlaces: readonly (readonly [address: string, widget: WidgetName, attribute?: string])[] = [
  ['/campaigns', 'campaign-list'],
  ['/campaigns/new', 'campaign-editor'],
  ['/campaigns/{id}', 'campaign-editor', 'campaign-id'],
  ['/inbox', 'inbox'],
  ['/inbox/{id}', 'inbox', 'conversation-id'],
  ['/conversations/{id}', 'inbox', 'conversation-id'],
  ['/leads', 'lead-table'],
  ['/leads/import', 'lead-table'],
  ['/leads/new', 'lead-table'],
  ['/leads/{id}', 'lead-table', 'lead-id'],
  ['/board', 'lead-board'],
  ['/analytics', 'analytics-overview'],
  ['/analytics/{id}', 'analytics-overview', 'campaign-id'],
  ['/members', 'member-list'],
  ['/roles', 'role-list'],
  ['/api-keys', 'api-key-list'],
  ['/audit-log', 'audit-log'],
  ['/brand', 'brand-editor'],
  ['/domains', 'domain-list'],
  ['/organizations', 'organization-tree'],
  ['/account', 'account-settings'],
  ['/companies', 'company-list'],
  ['/companies/{id}', 'company-list', 'record-id'],
  ['/tags', 'tag-list'],
  ['/tags/{id}', 'tag-list', 'record-id'],
  ['/lists', 'list-list'],
  ['/lists/{id}', 'list-list', 'record-id'],
  ['/templates', 'template-list'],
  ['/templates/{id}', 'template-list', 'record-id'],
  ['/mailboxes', 'mailbox-list'],
  ['/mailboxes/new', 'mailbox-list'],
  ['/mailboxes/{id}', 'mailbox-list', 'record-id'],
];
