// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.

import { msg } from '@lit/localize';
import { html } from '../base/html.ts';
import type { WidgetPage } from './app-pages.ts';

/** Every place that an element shows: its address and its page. */
export const widgetPlaces = {
  search: ['/search', 'search'],
  campaigns: ['/campaigns', 'campaigns'],
  'new-campaign': ['/campaigns/new', 'campaign'],
  campaign: ['/campaigns/{id}', 'campaign'],
  inbox: ['/inbox', 'inbox'],
  conversation: ['/inbox/{id}', 'inbox'],
  leads: ['/leads', 'leads'],
  'import-leads': ['/leads/import', 'leads'],
  'add-lead': ['/leads/new', 'leads'],
  lead: ['/leads/{id}', 'leads'],
  'lead-page': ['/leads/{id}/page', 'lead-page'],
  board: ['/board', 'board'],
  deals: ['/deals', 'deals'],
  deal: ['/deals/{id}', 'deals'],
  forecast: ['/forecast', 'forecast'],
  returns: ['/returns', 'returns'],
  analytics: ['/analytics', 'analytics'],
  'campaign-analytics': ['/analytics/{id}', 'analytics'],
  clients: ['/clients', 'clients'],
  members: ['/members', 'members'],
  roles: ['/roles', 'roles'],
  'api-keys': ['/api-keys', 'api-keys'],
  'audit-log': ['/audit-log', 'audit-log'],
  brand: ['/brand', 'brand'],
  domains: ['/domains', 'domains'],
  organizations: ['/organizations', 'organizations'],
  snapshots: ['/snapshots', 'snapshots'],
  account: ['/account', 'account'],
  teams: ['/teams', 'teams'],
  team: ['/teams/{id}', 'teams'],
  companies: ['/companies', 'companies'],
  company: ['/companies/{id}', 'companies'],
  tasks: ['/tasks', 'tasks'],
  task: ['/tasks/{id}', 'tasks'],
  'custom-fields': ['/custom-fields', 'custom-fields'],
  'custom-field': ['/custom-fields/{id}', 'custom-fields'],
  segments: ['/segments', 'segments'],
  segment: ['/segments/{id}', 'segments'],
  tags: ['/tags', 'tags'],
  tag: ['/tags/{id}', 'tags'],
  lists: ['/lists', 'lists'],
  list: ['/lists/{id}', 'lists'],
  pipelines: ['/pipelines', 'pipelines'],
  pipeline: ['/pipelines/{id}', 'pipelines'],
  costs: ['/costs', 'costs'],
  cost: ['/costs/{id}', 'costs'],
  templates: ['/templates', 'templates'],
  template: ['/templates/{id}', 'templates'],
  mailboxes: ['/mailboxes', 'mailboxes'],
  'connect-mailbox': ['/mailboxes/new', 'mailboxes'],
  mailbox: ['/mailboxes/{id}', 'mailboxes'],
} as const;

/** The pages that show one element each. */
export const widgetPages = {
  search: {
    title: () => msg('Search'),
    needs: ['workspace.read'],
    icon: 'find',
    key: 'q',
    skeleton: 'text',
    group: 'outreach',
    load: async () => (await import('../operations/search-page/search-page.ts')).SearchPage,
    view: (session) => html`<x-search-page .session=${session}></x-search-page>`,
  },
  campaigns: {
    title: () => msg('Campaigns'),
    needs: ['campaign.read'],
    icon: 'campaigns',
    key: 'c',
    skeleton: 'table',
    group: 'outreach',
    load: async () => (await import('../outreach/campaign-list/campaign-list.ts')).CampaignList,
    view: (session) => html`<x-campaign-list .session=${session}></x-campaign-list>`,
  },
  campaign: {
    title: () => msg('Campaign'),
    needs: ['campaign.read'],
    icon: 'campaigns',
    key: '',
    skeleton: 'flow',
    load: async () => (await import('../outreach/campaign-editor/campaign-editor.ts')).CampaignEditor,
    view: (session, id, leave) =>
      html`<x-campaign-editor
        .session=${session}
        campaign-id=${id}
        closable
        @close-editor=${() => leave(['campaign', 'new-campaign'], 'campaigns')}
      ></x-campaign-editor>`,
  },
  inbox: {
    title: () => msg('Inbox'),
    needs: ['inbox.read'],
    icon: 'inbox',
    key: 'i',
    skeleton: 'panes',
    fills: true,
    group: 'outreach',
    load: async () => (await import('../inbox/inbox/inbox.ts')).Inbox,
    view: (session, id) => html`<x-inbox .session=${session} conversation-id=${id}></x-inbox>`,
  },
  leads: {
    title: () => msg('Leads'),
    needs: ['lead.read'],
    icon: 'leads',
    key: 'l',
    skeleton: 'table',
    fills: true,
    group: 'outreach',
    load: async () => (await import('../crm/lead-table/lead-table.ts')).LeadTable,
    view: (session, id, leave) =>
      html`<x-lead-table
        .session=${session}
        lead-id=${id}
        @close-lead=${() => leave(['lead'], 'leads')}
      ></x-lead-table>`,
  },
  'lead-page': {
    title: () => msg('Lead'),
    needs: ['lead.read'],
    icon: 'leads',
    key: '',
    skeleton: 'text',
    load: async () => (await import('../crm/lead-page/lead-page.ts')).LeadPage,
    view: (session, id, leave) =>
      html`<x-lead-page
        .session=${session}
        lead-id=${id}
        @close-lead=${() => leave(['lead-page'], 'leads')}
      ></x-lead-page>`,
  },
  board: {
    title: () => msg('Board'),
    needs: ['lead.read'],
    icon: 'board',
    key: 'b',
    skeleton: 'board',
    fills: true,
    group: 'outreach',
    load: async () => (await import('../crm/lead-board/lead-board.ts')).LeadBoard,
    view: (session) => html`<x-lead-board .session=${session}></x-lead-board>`,
  },
  deals: {
    title: () => msg('Deals'),
    needs: ['deal.read'],
    icon: 'deals',
    key: 'e',
    skeleton: 'board',
    fills: true,
    group: 'outreach',
    load: async () => (await import('../crm/deal-board/deal-board.ts')).DealBoard,
    view: (session, id, leave) =>
      html`<x-deal-board
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['deal'], 'deals')}
      ></x-deal-board>`,
  },
  forecast: {
    title: () => msg('Forecast'),
    needs: ['deal.read'],
    icon: 'forecast',
    key: 'p',
    skeleton: 'figures',
    group: 'insight',
    load: async () => (await import('../insight/deal-forecast/deal-forecast.ts')).DealForecast,
    view: (session) => html`<x-deal-forecast .session=${session}></x-deal-forecast>`,
  },
  returns: {
    title: () => msg('Revenue and cost'),
    needs: ['cost.read'],
    icon: 'returns',
    key: '',
    skeleton: 'figures',
    group: 'insight',
    load: async () => (await import('../insight/return-report/return-report.ts')).ReturnReport,
    view: (session) => html`<x-return-report .session=${session}></x-return-report>`,
  },
  analytics: {
    title: () => msg('Analytics'),
    needs: ['analytics.read'],
    icon: 'analytics',
    key: 'a',
    skeleton: 'figures',
    group: 'insight',
    load: async () => (await import('../insight/analytics-overview/analytics-overview.ts')).AnalyticsOverview,
    view: (session, id) => html`<x-analytics-overview .session=${session} campaign-id=${id}></x-analytics-overview>`,
  },
  clients: {
    title: () => msg('Clients'),
    needs: ['organization.manage'],
    icon: 'clients',
    key: 'v',
    skeleton: 'figures',
    group: 'insight',
    load: async () => (await import('../insight/agency-overview/agency-overview.ts')).AgencyOverview,
    view: (session) => html`<x-agency-overview .session=${session}></x-agency-overview>`,
  },
  members: {
    title: () => msg('Members'),
    needs: ['member.read'],
    icon: 'members',
    key: 'u',
    skeleton: 'table',
    group: 'settings',
    load: async () => (await import('../identity/member-list/member-list.ts')).MemberList,
    view: (session) => html`<x-member-list .session=${session}></x-member-list>`,
  },
  roles: {
    title: () => msg('Roles'),
    needs: ['member.read'],
    icon: 'roles',
    key: 'r',
    skeleton: 'table',
    group: 'settings',
    load: async () => (await import('../identity/role-list/role-list.ts')).RoleList,
    view: (session) => html`<x-role-list .session=${session}></x-role-list>`,
  },
  'api-keys': {
    title: () => msg('API keys'),
    needs: ['api_key.manage'],
    icon: 'key',
    key: 'k',
    skeleton: 'table',
    group: 'settings',
    load: async () => (await import('../identity/api-key-list/api-key-list.ts')).ApiKeyList,
    view: (session) => html`<x-api-key-list .session=${session}></x-api-key-list>`,
  },
  'audit-log': {
    title: () => msg('Audit log'),
    needs: ['audit_log.read'],
    icon: 'log',
    key: 'o',
    skeleton: 'table',
    group: 'settings',
    load: async () => (await import('../operations/audit-log/audit-log.ts')).AuditLog,
    view: (session) => html`<x-audit-log .session=${session}></x-audit-log>`,
  },
  brand: {
    title: () => msg('Brand'),
    needs: ['settings.read'],
    icon: 'brand',
    key: 'd',
    skeleton: 'flow',
    group: 'settings',
    load: async () => (await import('../identity/brand-editor/brand-editor.ts')).BrandEditor,
    view: (session) => html`<x-brand-editor .session=${session}></x-brand-editor>`,
  },
  domains: {
    title: () => msg('Domains'),
    needs: ['domain.read'],
    icon: 'domain',
    key: 'n',
    skeleton: 'table',
    group: 'settings',
    load: async () => (await import('../identity/domain-list/domain-list.ts')).DomainList,
    view: (session) => html`<x-domain-list .session=${session}></x-domain-list>`,
  },
  organizations: {
    title: () => msg('Organizations'),
    needs: ['organization.manage'],
    icon: 'tree',
    key: 'z',
    skeleton: 'table',
    fills: true,
    group: 'settings',
    load: async () => (await import('../identity/organization-tree/organization-tree.ts')).OrganizationTree,
    view: (session) => html`<x-organization-tree .session=${session}></x-organization-tree>`,
  },
  snapshots: {
    title: () => msg('Snapshots'),
    needs: ['organization.manage'],
    icon: 'snapshots',
    key: 'j',
    skeleton: 'table',
    group: 'settings',
    load: async () => (await import('../identity/snapshot-list/snapshot-list.ts')).SnapshotList,
    view: (session) => html`<x-snapshot-list .session=${session}></x-snapshot-list>`,
  },
  account: {
    title: () => msg('Your account'),
    needs: ['workspace.read'],
    icon: 'person',
    key: '',
    skeleton: 'text',
    load: async () => (await import('../identity/account-settings/account-settings.ts')).AccountSettings,
    view: (session) => html`<x-account-settings .session=${session}></x-account-settings>`,
  },
  teams: {
    title: () => msg('Teams'),
    needs: ['team.read'],
    icon: 'teams',
    key: '',
    skeleton: 'table',
    group: 'setup',
    load: async () => (await import('../identity/team-list/team-list.ts')).TeamList,
    view: (session, id, leave) =>
      html`<x-team-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['team'], 'teams')}
      ></x-team-list>`,
  },
  companies: {
    title: () => msg('Companies'),
    needs: ['company.read'],
    icon: 'companies',
    key: 'y',
    skeleton: 'table',
    group: 'outreach',
    load: async () => (await import('../crm/company-list/company-list.ts')).CompanyList,
    view: (session, id, leave) =>
      html`<x-company-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['company'], 'companies')}
      ></x-company-list>`,
  },
  tasks: {
    title: () => msg('Tasks'),
    needs: ['task.read'],
    icon: 'tasks',
    key: 'w',
    skeleton: 'table',
    group: 'outreach',
    load: async () => (await import('../crm/task-list/task-list.ts')).TaskList,
    view: (session, id, leave) =>
      html`<x-task-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['task'], 'tasks')}
      ></x-task-list>`,
  },
  'custom-fields': {
    title: () => msg('Custom fields'),
    needs: ['custom_field.read'],
    icon: 'fields',
    key: 'f',
    skeleton: 'table',
    group: 'setup',
    load: async () => (await import('../crm/custom-field-list/custom-field-list.ts')).CustomFieldList,
    view: (session, id, leave) =>
      html`<x-custom-field-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['custom-field'], 'custom-fields')}
      ></x-custom-field-list>`,
  },
  segments: {
    title: () => msg('Segments'),
    needs: ['segment.read'],
    icon: 'segments',
    key: 's',
    skeleton: 'table',
    group: 'outreach',
    load: async () => (await import('../crm/segment-list/segment-list.ts')).SegmentList,
    view: (session, id, leave) =>
      html`<x-segment-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['segment'], 'segments')}
      ></x-segment-list>`,
  },
  tags: {
    title: () => msg('Tags'),
    needs: ['tag.read'],
    icon: 'tag',
    key: '',
    skeleton: 'table',
    group: 'setup',
    load: async () => (await import('../crm/tag-list/tag-list.ts')).TagList,
    view: (session, id, leave) =>
      html`<x-tag-list .session=${session} record-id=${id} @close-record=${() => leave(['tag'], 'tags')}></x-tag-list>`,
  },
  lists: {
    title: () => msg('Lists'),
    needs: ['list.read'],
    icon: 'list',
    key: '',
    skeleton: 'table',
    group: 'outreach',
    load: async () => (await import('../crm/list-list/list-list.ts')).ListList,
    view: (session, id, leave) =>
      html`<x-list-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['list'], 'lists')}
      ></x-list-list>`,
  },
  pipelines: {
    title: () => msg('Pipelines'),
    needs: ['pipeline.read'],
    icon: 'pipelines',
    key: '',
    skeleton: 'table',
    group: 'setup',
    load: async () => (await import('../crm/pipeline-list/pipeline-list.ts')).PipelineList,
    view: (session, id, leave) =>
      html`<x-pipeline-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['pipeline'], 'pipelines')}
      ></x-pipeline-list>`,
  },
  costs: {
    title: () => msg('Costs'),
    needs: ['cost.read'],
    icon: 'costs',
    key: '',
    skeleton: 'table',
    group: 'insight',
    load: async () => (await import('../crm/cost-list/cost-list.ts')).CostList,
    view: (session, id, leave) =>
      html`<x-cost-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['cost'], 'costs')}
      ></x-cost-list>`,
  },
  templates: {
    title: () => msg('Templates'),
    needs: ['template.read'],
    icon: 'templates',
    key: 't',
    skeleton: 'table',
    group: 'setup',
    load: async () => (await import('../outreach/template-list/template-list.ts')).TemplateList,
    view: (session, id, leave) =>
      html`<x-template-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['template'], 'templates')}
      ></x-template-list>`,
  },
  mailboxes: {
    title: () => msg('Mailboxes'),
    needs: ['mailbox.read'],
    icon: 'mailboxes',
    key: 'm',
    skeleton: 'table',
    group: 'setup',
    load: async () => (await import('../outreach/mailbox-list/mailbox-list.ts')).MailboxList,
    view: (session, id, leave) =>
      html`<x-mailbox-list
        .session=${session}
        record-id=${id}
        @close-record=${() => leave(['mailbox'], 'mailboxes')}
      ></x-mailbox-list>`,
  },
} as const satisfies Record<string, WidgetPage>;
