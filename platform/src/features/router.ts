import { router } from '#kernel';
import { conversionRouter } from './crm/conversion/index.ts';
import { costRouter } from './crm/cost/index.ts';
import { dealRouter } from './crm/deal/index.ts';
import { dealReasonRouter } from './crm/deal-reason/index.ts';
import { pipelineRouter } from './crm/pipeline/index.ts';
import { segmentRouter } from './crm/segment/index.ts';
import { leadExportRouter } from './crm/lead-export/index.ts';
import { leadImportRouter } from './crm/lead-import/index.ts';
import { leadDeletionRouter } from './crm/lead-deletion/index.ts';
import { leadMergeRouter } from './crm/lead-merge/index.ts';
import { companyMatchRouter } from './crm/company-match/index.ts';
import { companyRouter } from './crm/company/index.ts';
import { customFieldRouter } from './crm/custom-field/index.ts';
import { leadRouter } from './crm/lead/index.ts';
import { bulkOperationRouter } from './crm/bulk-operation/index.ts';
import { listRouter } from './crm/list/index.ts';
import { calendarFeedRouter } from './crm/calendar-feed/index.ts';
import { loggedActivityRouter } from './crm/logged-activity/index.ts';
import { fileRouter } from './crm/file/index.ts';
import { fileLinkRouter } from './crm/file-link/index.ts';
import { noteRouter } from './crm/note/index.ts';
import { taskRouter } from './crm/task/index.ts';
import { tagRouter } from './crm/tag/index.ts';
import { accountRouter } from './identity/account/index.ts';
import { apiKeyRouter } from './identity/api-key/index.ts';
import { domainRouter } from './identity/domain/index.ts';
import { embedConfigurationRouter } from './identity/embed-configuration/index.ts';
import { embedSessionRouter } from './identity/embed-session/index.ts';
import { hostedPageRouter } from './identity/hosted-page/index.ts';
import { invitationRouter } from './identity/invitation/index.ts';
import { memberRouter } from './identity/member/index.ts';
import { organizationRouter } from './identity/organization/index.ts';
import { ownershipRouter } from './identity/ownership/index.ts';
import { singleSignOnRouter } from './identity/single-sign-on/index.ts';
import { roleRouter } from './identity/role/index.ts';
import { sessionRouter } from './identity/session/index.ts';
import { settingsRouter } from './identity/settings/index.ts';
import { snapshotRouter } from './identity/snapshot/index.ts';
import { teamRouter } from './identity/team/index.ts';
import { treeRouter } from './identity/tree/index.ts';
import { workspaceRouter } from './identity/workspace/index.ts';
import { conversationRouter } from './inbox/conversation/index.ts';
import { returnReportRouter } from './insight/return-report/index.ts';
import { dealReportRouter } from './insight/deal-report/index.ts';
import { analyticsRouter } from './insight/analytics/index.ts';
import { rollUpRouter } from './insight/roll-up/index.ts';
import { auditLogRouter } from './operations/audit-log/index.ts';
import { eventRouter } from './operations/event/index.ts';
import { searchRouter } from './operations/search/index.ts';
import { timelineRouter } from './operations/timeline/index.ts';
import { campaignRouter } from './outreach/campaign/index.ts';
import { deliveryRouter } from './outreach/delivery/index.ts';
import { enrollmentRouter } from './outreach/enrollment/index.ts';
import { mailboxRouter } from './outreach/mailbox/index.ts';
import { suppressionRouter } from './outreach/suppression/index.ts';
import { templateRouter } from './outreach/template/index.ts';

/** Every procedure of the platform, by noun. The SDK's types are read off this. */
export const appRouter = router({
  pipelines: pipelineRouter,
  dealReasons: dealReasonRouter,
  deals: dealRouter,
  conversions: conversionRouter,
  costs: costRouter,
  dealReports: dealReportRouter,
  returnReports: returnReportRouter,
  leads: leadRouter,
  companies: companyRouter,
  companyMatches: companyMatchRouter,
  leadDeletions: leadDeletionRouter,
  leadMerges: leadMergeRouter,
  segments: segmentRouter,
  customFields: customFieldRouter,
  tags: tagRouter,
  notes: noteRouter,
  files: fileRouter,
  fileLinks: fileLinkRouter,
  loggedActivities: loggedActivityRouter,
  tasks: taskRouter,
  calendarFeeds: calendarFeedRouter,
  lists: listRouter,
  bulkOperations: bulkOperationRouter,
  leadExports: leadExportRouter,
  leadImports: leadImportRouter,
  enrollments: enrollmentRouter,
  deliveries: deliveryRouter,
  campaigns: campaignRouter,
  suppressions: suppressionRouter,
  templates: templateRouter,
  mailboxes: mailboxRouter,
  conversations: conversationRouter,
  analytics: analyticsRouter,
  events: eventRouter,
  timeline: timelineRouter,
  search: searchRouter,
  auditLog: auditLogRouter,
  account: accountRouter,
  apiKeys: apiKeyRouter,
  domains: domainRouter,
  identityProviders: singleSignOnRouter,
  embedConfigurations: embedConfigurationRouter,
  embedSessions: embedSessionRouter,
  hostedPages: hostedPageRouter,
  invitations: invitationRouter,
  members: memberRouter,
  teams: teamRouter,
  organizations: organizationRouter,
  ownership: ownershipRouter,
  roles: roleRouter,
  rollUps: rollUpRouter,
  sessions: sessionRouter,
  settings: settingsRouter,
  snapshots: snapshotRouter,
  tree: treeRouter,
  workspaces: workspaceRouter,
});

/** The type of the whole API. */
export type AppRouter = typeof appRouter;
