export { type App } from './app.ts';
export { actingAs, noteRefusal, originOf, writeAuditEntry, type AuditedAct } from './audit-entry.ts';
export { AuditLogSchema, auditLogMonths } from './audit-log.entity.ts';
export { checkTenancy, type Finding } from './tenancy-check.ts';
export { Database, type Row, type Sql } from './database.ts';
export {
  defineEntity,
  maintenanceRole,
  p,
  placePolicies,
  runtimeRole,
  tenantKey,
  tenantPolicies,
  timestamps,
} from './entity.ts';
export { endUnread } from './end-unread.ts';
export { Failure, fail, toFailure } from './fail.ts';
export { readLag, rewindConsumer, type ConsumerLag } from './consumer-lag.ts';
export { type Consumer, type EventHandlers, type HeardEvent } from './event-consumer.ts';
export { EventConsumerSchema, SetAsideEventSchema, setAsideRetention } from './event-consumer.entity.ts';
export { runConsumers } from './run-consumers.ts';
export { foldTextFunction } from './fold-text.ts';
export { spreadEvents, spreadEventsFunction } from './spread-events.ts';
export { failpoint } from './failpoint.ts';
export { type Carried } from './carried.ts';
export { defineFeature, type Feature, type Service } from './feature.ts';
export {
  defineSearchPart,
  searchedColumn,
  searchedColumns,
  type SearchedField,
  type SearchPart,
  type SearchWeight,
} from './search-part.ts';
export { defineSnapshotPart, type SetUp, type SnapshotPart } from './snapshot-part.ts';
export { deleteOfLeads, type ForgetLeads } from './forget-leads.ts';
export { retentionSweep, sweepTable, type Retention } from './retention.ts';
export { IdempotencyRecordSchema, idempotencyRetention, idempotencySealed } from './idempotency.ts';
export { resealTable, type Sealed } from './sealed.ts';
export { defineJob, runJob, type AnyJob, type JobDefinition, type JobQueue } from './job.ts';
export { repeating, type Repeated } from './repeating.ts';
export { bindCursor } from './bind-cursor.ts';
export { conditionOf, type FilterColumns, type RelatedRows } from './condition-of.ts';
export { byId, newestFirst, readPage, type Keyset, type OrderTerm } from './keyset.ts';
export {
  archiveOf,
  changeOne,
  createOf,
  emitStandard,
  getOf,
  insertOne,
  lockOne,
  recordOf,
  removeOf,
  restoreOf,
  setArchived,
  updateOf,
} from './noun/handlers-of.ts';
export { countOf, listOf, listRows, readOne, type More } from './noun/list-of.ts';
export { orEmpty, orStandIn, selectOf, type Selection } from './noun/select-of.ts';
export { goingBack, isSame, writeChanged, type Changed } from './noun/merge-values.ts';
export { storeOf, type Related, type RowOf, type Seen, type Store } from './noun/store-of.ts';
export { listIndexes, tableOf, type EntityOf } from './noun/table-of.ts';
export { whereOf } from './noun/where-of.ts';
export { withMerged } from './noun/with-merged.ts';
export { refreshStatistics, statisticsFunctions } from './statistics.ts';
export {
  firstMonths,
  monthFunctions,
  monthKeeper,
  monthlyTableOf,
  monthOf,
  partitioned,
  type MonthlyTable,
} from './monthly-table.ts';
export { networkOf } from './network-of.ts';
export { decodeCursor, encodeCursor, pageFrom, type CursorPlace } from './page.ts';
export { readBody } from './read-body.ts';
export {
  EventHeadSchema,
  EventSchema,
  eventChannel,
  eventRetention,
  pendingEvent,
  startRelay,
  wakeRelay,
} from './outbox.ts';
export {
  actorOf,
  callerOf,
  requirePermission,
  type Actor,
  type ApiKeyPrincipal,
  type EmbedPrincipal,
  type JobPrincipal,
  type Principal,
  type UserPrincipal,
} from './principal.ts';
export {
  type FastRoute,
  type Host,
  type PublicRoute,
  type Route,
  type RouteAnswer,
  type RouteRequest,
  type ServedDomain,
  type WorkspaceRoute,
} from './route.ts';
export { proceduresOf, type KnownProcedure } from './procedures-of.ts';
export {
  organizationMutation,
  organizationQuery,
  failureOf,
  publicMutation,
  router,
  workspaceCall,
  workspaceMutation,
  workspaceQuery,
  workspaceSubscription,
  type OrganizationScope,
  type OrganizationWriteScope,
  type ProcedureMeta,
  type RequestContext,
} from './rpc.ts';
export {
  jobPrincipal,
  openScope,
  writeIn,
  type CallScope,
  type ReadScope,
  type Scope,
  type WriteScope,
} from './tenancy.ts';
export { type Statement } from './tenant-query.ts';
export { amongOpenTenants, amongTenants, isOpen, TenantWork } from './tenant-work.ts';
export { databaseZones, requireTimeZone } from './time-zone.ts';
export { hashToken, isToken, issueToken } from './token.ts';
export { withinScope } from './within-scope.ts';
export { currentCause, currentTrace, traced, type Trace } from './request-context.ts';
export { newId, uuidAt } from './uuid.ts';
