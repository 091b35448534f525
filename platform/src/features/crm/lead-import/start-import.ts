import type { LeadImport, leadImportStartInput } from '@tabard/contract';
import type { z } from 'zod';
import { lists } from '#features/crm/list';
import { fail, lockOne, newId, openScope, type WriteScope } from '#kernel';
import { findUpload } from '../upload/index.ts';
import { readHead } from './inspect-upload.ts';
import { leadImportColumns, shapeLeadImport, type LeadImportRow } from './lead-import-row.ts';
import { isByPlace, targetsOf, type ColumnMapping } from './mapping.rules.ts';
import { runImportJob } from './run-import.job.ts';

/** Queues the import of an uploaded file after checking that the mapping fits it. */
export async function startImport(
  scope: WriteScope,
  input: z.output<typeof leadImportStartInput>,
): Promise<LeadImport> {
  const reading = openScope(scope.app, scope.workspaceId, scope.principal);
  const upload = await findUpload(reading, input.uploadId);
  const head = await readHead(reading, upload, input);
  const details = mappingProblems(input.mapping, head.header);
  if (details.length > 0) fail('lead_import.mapping_invalid', { details });
  const options = {
    mapping: targetsOf(input.mapping, head.header),
    duplicates: input.duplicates,
    tags: input.tags,
    ...(input.listId && { listId: input.listId }),
    encoding: head.encoding,
    delimiter: head.delimiter,
    ...(head.sheet !== null && { sheet: head.sheet }),
    headerRow: head.headerRow,
  };
  if (input.listId) await lockOne(lists, scope, input.listId);
  const id = newId();
  const [row] = await scope.sql<LeadImportRow>(
    `insert into lead_import (workspace_id, id, upload_id, file_name, options) values ($1, $2, $3, $4, $5) returning ${leadImportColumns}`,
    [scope.workspaceId, id, input.uploadId, upload.fileName, JSON.stringify(options)],
  );
  scope.enqueue(runImportJob, { workspaceId: scope.workspaceId, importId: id });
  return shapeLeadImport(row!); // an insert returns its row
}

function mappingProblems(mapping: ColumnMapping, header: string[]): { path: string; message: string }[] {
  const problems = isByPlace(mapping) ? placeProblems(mapping, header) : nameProblems(mapping, header);
  const targets = Object.values(mapping).filter((target) => target !== null);
  if (!targets.includes('email')) problems.push({ path: 'mapping', message: 'Map one column to email.' });
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice) problems.push({ path: 'mapping', message: `Two columns are mapped to ${twice}. Leave one of them out.` });
  return problems;
}

function placeProblems(mapping: readonly unknown[], header: string[]) {
  return mapping.length > header.length
    ? [{ path: 'mapping', message: `The file has ${header.length} columns, the mapping ${mapping.length}.` }]
    : [];
}

function nameProblems(mapping: Readonly<Record<string, unknown>>, header: string[]) {
  const problems: { path: string; message: string }[] = [];
  for (const column of Object.keys(mapping)) {
    const count = header.filter((name) => name === column).length;
    const path = `mapping.${column}`;
    if (count === 0) problems.push({ path, message: `The file has no column "${column}".` });
    else if (count > 1 && mapping[column] !== null)
      problems.push({
        path,
        message: `The file has ${count} columns "${column}". Give the mapping as a list, by place.`,
      });
  }
  return problems;
}
