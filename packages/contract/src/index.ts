export { brandInput, brandOutput, colorSchema, densitySchema, type Brand, type BrandInput } from './brand.ts';
export {
  delimiters,
  duplicatePolicies,
  encodings,
  fileFaults,
  leadImportCancelInput,
  leadImportGetInput,
  leadImportInspectInput,
  leadImportInspectOutput,
  leadImportListInput,
  leadImportOutput,
  leadImportStartInput,
  leadImportStates,
  mappingTarget,
  rejectedColumns,
  rowFaults,
  type FileFault,
  type LeadImport,
  type LeadImportInspection,
  type RowFault,
} from './crm/lead-import.ts';
export {
  customFields,
  leadFields,
  leadFilter,
  leadNoun,
  leadOutput,
  leadStatuses,
  type Lead,
  type LeadField,
  type LeadFilter,
  type LeadStatus,
} from './crm/lead.ts';
export { normaliseAddress } from './address.ts';
export { emailAddress } from './email-address.ts';
export { docsPath, errors, type ErrorBody, type ErrorCode, type ErrorDetail } from './errors.ts';
export { idPrefixes, type IdKind } from './id-prefixes.ts';
export {
  apiKeyCreateInput,
  apiKeyCreateOutput,
  apiKeyGrantableOutput,
  apiKeyListInput,
  apiKeyOutput,
  apiKeyRevokeInput,
  apiKeyRotateInput,
  apiKeyUpdateInput,
  type ApiKey,
  type ApiKeyGrantable,
} from './identity/api-key.ts';
export {
  embedConfiguration,
  embedConfigurationGetInput,
  embedConfigurationOutput,
  embedConfigurationUpdateInput,
  organizationEmbedConfigurationGetInput,
  organizationEmbedConfigurationOutput,
  organizationEmbedConfigurationUpdateInput,
  widgetConfiguration,
  type ConfigurationOf,
  type EmbedConfiguration,
  type EmbedConfigurationChange,
  type WidgetConfiguration,
} from './identity/embed-configuration.ts';
export { describeSettings, widgetSettings, type SettledWidget } from './identity/widget-settings.ts';
export {
  embedSessionCreateInput,
  embedSessionCreateOutput,
  embedSessionListInput,
  embedSessionOutput,
  embedSessionRevokeInput,
  type EmbedSession,
} from './identity/embed-session.ts';
export {
  hostedPageCreateInput,
  hostedPageCreateOutput,
  hostedPageRevokeInput,
  hostedPageRevokeOutput,
} from './identity/hosted-page.ts';
export {
  organizationCreateInput,
  organizationGetInput,
  organizationListInput,
  organizationOutput,
  organizationUpdateInput,
  type Organization,
  type SignInRules,
} from './identity/organization.ts';
export {
  invitationCreateInput,
  invitationCreateOutput,
  invitationLinkInput,
  invitationLinkOutput,
  invitationListInput,
  invitationOutput,
  invitationResendInput,
  invitationRevokeInput,
  type Invitation,
  type InvitationAnswer,
} from './identity/invitation.ts';
export {
  memberListInput,
  memberOutput,
  memberRemoveInput,
  memberRemoveOutput,
  memberRolesInput,
  memberRolesOutput,
  memberUpdateInput,
  type AnyRole,
  type GivableRoles,
  type Member,
  type RoleId,
} from './identity/member.ts';
export { type RoleHolder, type RoleView } from './identity/role.ts';
export {
  currentSessionOutput,
  signInInput,
  signInOutput,
  userSessionEndInput,
  userSessionEndOthersOutput,
  userSessionEndOutput,
  userSessionListOutput,
  type CurrentSession,
  type UserSession,
} from './identity/session.ts';
export {
  organizationSettingsGetInput,
  organizationSettingsOutput,
  organizationSettingsUpdateInput,
  settingsGetInput,
  settingsOutput,
  settingsPreviewMailInput,
  settingsPreviewMailOutput,
  settingsUpdateInput,
  type OrganizationSettings,
  type Setting,
  type SettingSource,
  type Settings,
  type SettingsSaid,
  type WorkspaceSettings,
} from './identity/settings.ts';
export { type Standing } from './identity/standing.ts';
export { treeInputs, treeOutputs, type TreeNode, type TreePlace } from './identity/tree.ts';
export {
  deliveryGuaranteeSchema,
  isTimeZone,
  timeZoneSchema,
  workspaceCreateInput,
  workspaceGetInput,
  workspaceListInput,
  workspaceOutput,
  workspaceUpdateInput,
  type Workspace,
} from './identity/workspace.ts';
export { snakeCase, type SnakeCase } from './letter-case.ts';
export { describeNoun, fieldsWith, type Ending, type FieldsWith, type Noun } from './noun/describe-noun.ts';
export { field, type Field, type FieldFacts, type FieldKind, type Fields } from './noun/field.ts';
export { nouns, resourceOf, type DescribedNoun, type NounName, type Resource } from './nouns.ts';
export { fromPublicId, idInput, idOutput, toPublicId, type Uuid } from './ids.ts';
export { languages, nearestLanguage, type Language } from './languages.ts';
export {
  conversationArchiveInput,
  conversationCountsOutput,
  conversationDecideInput,
  conversationGetInput,
  conversationListInput,
  conversationMarkInput,
  conversationOutput,
  conversationQuestions,
  conversationReplyInput,
  conversationSummary,
  messageClasses,
  messageOutput,
  messageSourceInput,
  messageSourceOutput,
  replyIntents,
  type Conversation,
  type ConversationSummary,
  type Message,
} from './inbox/conversation.ts';
export {
  analyticsCampaignsInput,
  analyticsCampaignsOutput,
  analyticsOverviewInput,
  analyticsOverviewOutput,
  analyticsSeriesInput,
  analyticsSeriesOutput,
  analyticsStepsInput,
  analyticsStepsOutput,
  metrics,
  type AnalyticsOverview,
  type AnalyticsSeries,
  type Metric,
} from './insight/analytics.ts';
export {
  auditLogEntry,
  auditLogFilter,
  auditLogListInput,
  auditLogListOutput,
  auditLogReachOutput,
  type AuditLogEntry,
  type AuditLogReach,
} from './operations/audit-log.ts';
export {
  eventNames,
  eventPayloads,
  eventStreamInput,
  standardVerbs,
  subjectOf,
  type EventName,
  type EventPayload,
  type EventSubject,
  type StandardVerb,
  type WorkspaceEvent,
} from './operations/event.ts';
export {
  actorOutput,
  timelineEntry,
  timelineListInput,
  timelineListOutput,
  timelineNouns,
  type ActorShown,
  type TimelineEntry,
  type TimelineNoun,
} from './operations/timeline.ts';
export {
  audienceSchema,
  campaignCounts,
  campaignCreateInput,
  campaignNoun,
  campaignOutput,
  campaignStates,
  campaignSummary,
  campaignUpdateInput,
  delayUnits,
  enrollmentCountInput,
  enrollmentCountOutput,
  enrollmentIdInput,
  enrollmentListInput,
  enrollmentOutput,
  enrollmentStates,
  enrollmentSteered,
  scheduleSchema,
  stepOutput,
  whyNotNowOutput,
  whyNotNowReasons,
  type Campaign,
  type CampaignCounts,
  type CampaignState,
  type CampaignSummary,
  type Enrollment,
  type Schedule,
  type Step,
} from './outreach/campaign.ts';
export {
  deliveryDecideInput,
  deliveryGetInput,
  deliveryListInput,
  deliveryOutput,
  deliveryStates,
  type Delivery,
  type DeliveryState,
} from './outreach/delivery.ts';
export {
  mailSecurity,
  mailboxCheckOutput,
  mailboxCreateInput,
  mailboxNoun,
  mailboxOutput,
  ehloNameSchema,
  mailboxStates,
  mailboxArchiveInput,
  mailboxUpdateInput,
  mailboxUsesOutput,
  type Mailbox,
  type MailboxUse,
} from './outreach/mailbox.ts';
export {
  suppressionCreateInput,
  suppressionNoun,
  suppressionOutput,
  suppressionReasons,
  type Suppression,
} from './outreach/suppression.ts';
export {
  bodySchema,
  subjectSchema,
  templateFieldsOutput,
  templateNoun,
  templateOutput,
  templatePreviewInput,
  templatePreviewOutput,
  type Template,
  type TemplatePreview,
} from './outreach/template.ts';
export { pageInput, pageLimit, pageOf, type Page } from './page.ts';
export { permissions, rolePermissions, roles, type Permission, type Role } from './permissions.ts';
export { brandSettingNames, plainSettingNames, settingNames, type SettingName } from './setting-names.ts';
export { findUncleanText, isCleanText } from './text.ts';
export { widgetNames, widgetPermissions, type WidgetName } from './widget-names.ts';
