import type { EntitySchema } from '@mikro-orm/core';
import {
  AuditLogSchema,
  auditLogMonths,
  EventConsumerSchema,
  EventHeadSchema,
  EventSchema,
  IdempotencyRecordSchema,
  idempotencyRetention,
  idempotencySealed,
  SetAsideEventSchema,
  type Carried,
  type Consumer,
  type Feature,
  type MonthlyTable,
  type Retention,
  type Sealed,
  type SearchPart,
  type SnapshotPart,
  type ForgetLeads,
} from '#kernel';
import { companyFeature, companyFunctions } from './crm/company/index.ts';
import { companyMatchFeature } from './crm/company-match/index.ts';
import { customFieldFeature } from './crm/custom-field/index.ts';
import { tagFeature, tagLinkFunctions } from './crm/tag/index.ts';
import { bulkOperationFeature } from './crm/bulk-operation/index.ts';
import { leadFeature, leadFunctions } from './crm/lead/index.ts';
import { leadDeletionFeature } from './crm/lead-deletion/index.ts';
import { leadMergeFeature } from './crm/lead-merge/index.ts';
import { pipelineFeature } from './crm/pipeline/index.ts';
import { dealReasonFeature } from './crm/deal-reason/index.ts';
import { conversionFeature } from './crm/conversion/index.ts';
import { costFeature } from './crm/cost/index.ts';
import { dealFeature } from './crm/deal/index.ts';
import { listFeature } from './crm/list/index.ts';
import { leadExportFeature } from './crm/lead-export/index.ts';
import { leadImportFeature } from './crm/lead-import/index.ts';
import { calendarFeedFeature } from './crm/calendar-feed/index.ts';
import { loggedActivityFeature } from './crm/logged-activity/index.ts';
import { noteFeature } from './crm/note/index.ts';
import { fileFeature } from './crm/file/index.ts';
import { fileLinkFeature } from './crm/file-link/index.ts';
import { recordSubjectFeature } from './crm/record-subject/index.ts';
import { taskFeature } from './crm/task/index.ts';
import { segmentFeature, segmentTriggers } from './crm/segment/index.ts';
import { uploadFeature } from './crm/upload/index.ts';
import { accessLinkFeature } from './identity/access-link/index.ts';
import { accountFeature } from './identity/account/index.ts';
import { addressFeature } from './identity/address/index.ts';
import { apiKeyFeature } from './identity/api-key/index.ts';
import { confirmationFeature } from './identity/confirmation/index.ts';
import { domainFeature } from './identity/domain/index.ts';
import { embedConfigurationFeature } from './identity/embed-configuration/index.ts';
import { embedSessionFeature } from './identity/embed-session/index.ts';
import { hostedPageFeature } from './identity/hosted-page/index.ts';
import { identityProviderFeature } from './identity/identity-provider/index.ts';
import { invitationFeature } from './identity/invitation/index.ts';
import { memberFeature } from './identity/member/index.ts';
import { organizationFeature } from './identity/organization/index.ts';
import { ownershipFeature } from './identity/ownership/index.ts';
import { passkeyFeature } from './identity/passkey/index.ts';
import { permissionFeature } from './identity/permission/index.ts';
import { roleFeature } from './identity/role/index.ts';
import { secondFactorFeature } from './identity/second-factor/index.ts';
import { sessionFeature } from './identity/session/index.ts';
import { settingsFeature } from './identity/settings/index.ts';
import { setupFeature } from './identity/setup/index.ts';
import { signInRequestFeature } from './identity/sign-in-request/index.ts';
import { signInFeature } from './identity/sign-in/index.ts';
import { signUpFeature } from './identity/sign-up/index.ts';
import { teamFeature } from './identity/team/index.ts';
import { treeFeature } from './identity/tree/index.ts';
import { singleSignOnFeature } from './identity/single-sign-on/index.ts';
import { snapshotFeature } from './identity/snapshot/index.ts';
import { userFeature } from './identity/user/index.ts';
import { userIdentityFeature } from './identity/user-identity/index.ts';
import { workspaceFeature } from './identity/workspace/index.ts';
import { conversationFeature } from './inbox/conversation/index.ts';
import { returnReportFeature } from './insight/return-report/index.ts';
import { dealReportFeature } from './insight/deal-report/index.ts';
import { analyticsFeature } from './insight/analytics/index.ts';
import { rollUpFeature } from './insight/roll-up/index.ts';
import { auditLogFeature } from './operations/audit-log/index.ts';
import { eventFeature } from './operations/event/index.ts';
import { searchFeature, searchTriggers } from './operations/search/index.ts';
import { systemMailFeature } from './operations/system-mail/index.ts';
import { activityMonths, timelineFeature } from './operations/timeline/index.ts';
import { campaignFeature } from './outreach/campaign/index.ts';
import { deliveryFeature } from './outreach/delivery/index.ts';
import { enrollmentFeature } from './outreach/enrollment/index.ts';
import { linkFeature } from './outreach/link/index.ts';
import { mailboxFeature } from './outreach/mailbox/index.ts';
import { suppressionFeature } from './outreach/suppression/index.ts';
import { templateFeature } from './outreach/template/index.ts';
import { contactTriggers, mailEventMonths, trackingFeature } from './outreach/tracking/index.ts';

/** Every noun, from the bottom up: a feature may use the entry points of those above it in this list, never of those below. */
export const features = [
  permissionFeature,
  organizationFeature,
  workspaceFeature,
  addressFeature,
  userFeature,
  secondFactorFeature,
  passkeyFeature,
  identityProviderFeature,
  userIdentityFeature,
  confirmationFeature,
  apiKeyFeature,
  embedConfigurationFeature,
  embedSessionFeature,
  hostedPageFeature,
  sessionFeature,
  signInRequestFeature,
  memberFeature,
  systemMailFeature,
  accessLinkFeature,
  accountFeature,
  ownershipFeature,
  signInFeature,
  setupFeature,
  invitationFeature,
  signUpFeature,
  roleFeature,
  settingsFeature,
  singleSignOnFeature,
  treeFeature,
  snapshotFeature,
  domainFeature,
  teamFeature,
  customFieldFeature,
  companyFeature,
  companyMatchFeature,
  tagFeature,
  leadFeature,
  recordSubjectFeature,
  noteFeature,
  fileFeature,
  fileLinkFeature,
  loggedActivityFeature,
  taskFeature,
  calendarFeedFeature,
  pipelineFeature,
  dealReasonFeature,
  dealFeature,
  listFeature,
  segmentFeature,
  uploadFeature,
  leadImportFeature,
  leadExportFeature,
  suppressionFeature,
  templateFeature,
  mailboxFeature,
  trackingFeature,
  enrollmentFeature,
  deliveryFeature,
  campaignFeature,
  leadDeletionFeature,
  bulkOperationFeature,
  linkFeature,
  conversationFeature,
  leadMergeFeature,
  costFeature,
  conversionFeature,
  analyticsFeature,
  rollUpFeature,
  dealReportFeature,
  returnReportFeature,
  eventFeature,
  auditLogFeature,
  timelineFeature,
  searchFeature,
] as const;

/** Every table of the platform. */
export const entities: readonly EntitySchema[] = [
  EventSchema,
  EventHeadSchema,
  EventConsumerSchema,
  SetAsideEventSchema,
  AuditLogSchema,
  IdempotencyRecordSchema,
  ...features.flatMap((feature) => feature.entities ?? []),
];

/** Everybody who subscribes to events, under the noun's name. */
export const consumers: readonly Consumer[] = features.flatMap(({ name, on }: Feature) => (on ? [{ name, on }] : []));

/** How long rows are kept that do not stay for good, by the features and by the kernel. */
export const retentions: readonly Retention[] = [
  idempotencyRetention,
  ...features.flatMap(({ retention }: Feature) => retention ?? []),
];

/** Where sealed texts are stored, by the features and by the kernel. */
export const sealedColumns: readonly Sealed[] = [
  idempotencySealed,
  ...features.flatMap(({ sealed }: Feature) => sealed ?? []),
];

/** What is done to rows of workspaces that come out of an archive, and the folders of files that go with them. */
export const carriedTables: readonly Carried[] = features.flatMap(({ carried }: Feature) => carried ?? []);
export const carriedFiles: readonly string[] = features.flatMap(({ files }: Feature) => files ?? []);

/** What snapshots of a workspace's set-up are made of. */
export const snapshotParts: readonly SnapshotPart[] = features.flatMap(({ snapshots }: Feature) => snapshots ?? []);

/** What is done with what is kept of leads that are deleted for good. */
export const forgetting: readonly ForgetLeads[] = features.flatMap(({ forgets }: Feature) => forgets ?? []);

/** How records are found by the search over the workspace. */
export const searchParts: readonly SearchPart[] = features.flatMap(({ searched }: Feature) => searched ?? []);

/** What keeps tables in step with others, besides the columns. */
export const triggerFunctions: readonly string[] = [
  ...tagLinkFunctions,
  ...companyFunctions,
  ...segmentTriggers,
  ...leadFunctions,
  ...contactTriggers,
  ...searchTriggers(searchParts),
];

/** Tables whose triggers look into others: rows of those are there first. */
export const readByTriggers: readonly { table: string; target: string }[] = [{ table: 'lead', target: 'tag' }];

/** Tables that are filled with very many rows at once. */
export const bulkTables = ['enrollment', 'lead', 'lead_tag', 'list_member'] as const;

/** Tables that are kept by month. */
export const monthlyTables: readonly MonthlyTable[] = [mailEventMonths, activityMonths, auditLogMonths];

export { keptTables } from './retention.ts';
export { leftBehind } from './left-behind.ts';
export { mailSamples } from './mail-samples.ts';
export { roleMark, roleMatrix } from './role-matrix.ts';
export { links, linkStatement, unlinkStatement } from './links.ts';
export { appRouter, type AppRouter } from './router.ts';
