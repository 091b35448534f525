import { pageOf } from '@tabard/contract';
import {
  leadExportColumnsOutput,
  leadExportIdInput,
  leadExportListInput,
  leadExportOutput,
  leadExportStartInput,
} from '@tabard/contract/crm/lead-export';
import { z } from 'zod';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { cancelExport } from './cancel-export.ts';
import { listColumns } from './export-columns.ts';
import { getExport, listExports } from './read-exports.ts';
import { startExport } from './start-export.ts';

const about = { permission: 'lead.export', input: leadExportIdInput, output: leadExportOutput } as const;

export const leadExportRouter = router({
  /** Lists what can stand in the columns of an export: fields of leads, and own fields. */
  columns: workspaceQuery({
    permission: 'lead.export',
    input: z.strictObject({}),
    output: leadExportColumnsOutput,
    handler: listColumns,
  }),
  /**
   * Starts to write leads into a file: those with the given ids, or all that a filter takes when it is written. The file is at
   * `GET /exports/<id>/file` once it is completed, for seven days, for whoever started it.
   */
  start: workspaceMutation({
    permission: 'lead.export',
    input: leadExportStartInput,
    output: leadExportOutput,
    handler: startExport,
  }),
  /** Gets one export: how far it is, and what came of it. */
  get: workspaceQuery({ ...about, handler: getExport }),
  /** Lists the caller's exports of the last seven days, newest first; who manages the workspace sees everybody's. */
  list: workspaceQuery({
    permission: 'lead.export',
    input: leadExportListInput,
    output: pageOf(leadExportOutput),
    handler: listExports,
  }),
  /** Stops an export that has not ended; there will be no file. */
  cancel: workspaceMutation({ ...about, handler: cancelExport }),
});
