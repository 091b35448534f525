import {
  leadImportCancelInput,
  leadImportGetInput,
  leadImportInspectInput,
  leadImportInspectOutput,
  leadImportListInput,
  leadImportOutput,
  leadImportStartInput,
  pageOf,
} from '@tabard/contract';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { cancelImport } from './cancel-import.ts';
import { inspectUpload } from './inspect-upload.ts';
import { getImport, listImports } from './list-imports.ts';
import { startImport } from './start-import.ts';

export const leadImportRouter = router({
  /** Says what is in an uploaded file: encoding, delimiter, columns with samples, and a mapping to start from. */
  inspect: workspaceQuery({
    permission: 'lead.import',
    input: leadImportInspectInput,
    output: leadImportInspectOutput,
    handler: inspectUpload,
  }),
  /** Starts to import an uploaded file. Either all of its valid rows come in or, when it fails or is cancelled, none. */
  start: workspaceMutation({
    permission: 'lead.import',
    input: leadImportStartInput,
    output: leadImportOutput,
    handler: startImport,
  }),
  /** Gets one import: how far it is, its counts, and its first rejected rows. */
  get: workspaceQuery({
    permission: 'lead.import',
    input: leadImportGetInput,
    output: leadImportOutput,
    handler: getImport,
  }),
  /** Lists imports, newest first. */
  list: workspaceQuery({
    permission: 'lead.import',
    input: leadImportListInput,
    output: pageOf(leadImportOutput),
    handler: listImports,
  }),
  /** Stops an import that has not ended; none of its rows stay. */
  cancel: workspaceMutation({
    permission: 'lead.import',
    input: leadImportCancelInput,
    output: leadImportOutput,
    handler: cancelImport,
  }),
});
