import { bulkStates } from '@tabard/contract/crm/bulk-operation';
import { companyMatchStates } from '@tabard/contract/crm/company-match';
import { stageKinds } from '@tabard/contract/crm/deal-words';
import { leadExportStates } from '@tabard/contract/crm/lead-export';
import { scanStates } from '@tabard/contract/crm/file-words';
import { segmentStates } from '@tabard/contract/crm/segment';
import { taskStatuses } from '@tabard/contract/crm/task-words';
import { rollOutStates } from '@tabard/contract/identity/snapshot-words';
import { searchStates } from '@tabard/contract/operations/search';
import { newId } from '#kernel';
import type { TestWorkspace } from '../fixture/index.ts';
import { stageUnlooked, stoodStill } from './stage-work.ts';

/** Work that stands still in a state. */
const still =
  (
    table: 'bulk_operation' | 'company_match' | 'lead_export' | 'search_state' | 'segment' | 'snapshot_roll_out',
    state: string,
  ) =>
  (workspace: TestWorkspace) =>
    workspace.scope.write(async ({ sql }) => {
      const id = newId();
      await sql(stoodStill[table], [workspace.workspaceId, id]);
      await sql(`update ${table} set state = $2 where workspace_id = $1`, [workspace.workspaceId, state]);
    });

/** The states of what is done to many leads, or to a workspace's set-up, in the background. */
export const leadWorkStates = {
  'deal.status': {
    states: stageKinds,
    known: { open: 'waits for a person', won: 'rests', lost: 'rests' },
  },
  'task.status': {
    states: taskStatuses,
    known: { open: 'waits for a person', done: 'rests', cancelled: 'rests' },
  },
  'file.scan': {
    states: scanStates,
    // As its shown version's.
    known: { unscanned: 'rests', waiting: 'rests', clean: 'rests', infected: 'waits for a person' },
  },
  'file_version.scan': {
    states: scanStates,
    known: {
      unscanned: 'rests',
      waiting: { by: 'file-scan', stage: stageUnlooked },
      clean: 'rests',
      infected: 'waits for a person',
    },
  },
  'bulk_operation.state': {
    states: bulkStates,
    known: {
      running: { by: 'bulk-operation-sweep', stage: still('bulk_operation', 'running') },
      completed: 'rests',
      cancelled: 'rests',
    },
  },
  'company_match.state': {
    states: companyMatchStates,
    known: {
      queued: { by: 'company-match-sweep', stage: still('company_match', 'queued') },
      running: { by: 'company-match-sweep', stage: still('company_match', 'running') },
      completed: 'rests',
      cancelled: 'rests',
    },
  },
  'lead_export.state': {
    states: leadExportStates,
    known: {
      queued: { by: 'lead-export-sweep', stage: still('lead_export', 'queued') },
      running: { by: 'lead-export-sweep', stage: still('lead_export', 'running') },
      completed: 'rests',
      failed: 'rests',
      cancelled: 'rests',
    },
  },
  'search_state.state': {
    states: searchStates,
    known: {
      waiting: { by: 'search-sweep', stage: still('search_state', 'waiting') },
      building: { by: 'search-sweep', stage: still('search_state', 'building') },
      ready: 'rests',
    },
  },
  'segment.state': {
    states: segmentStates,
    // One that is broken asks for what is gone, until somebody writes other conditions.
    known: {
      building: { by: 'segment-sweep', stage: still('segment', 'building') },
      ready: 'rests',
      broken: 'waits for a person',
    },
  },
  'snapshot_roll_out.state': {
    states: rollOutStates,
    known: {
      waiting: { by: 'snapshot-roll-out', stage: still('snapshot_roll_out', 'waiting') },
      returning: { by: 'snapshot-roll-out', stage: still('snapshot_roll_out', 'returning') },
      done: 'rests',
      failed: 'waits for a person',
      returned: 'rests',
    },
  },
} as const;
