import type { LeadImport, Page, leadImportListInput } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, fail, pageFrom, type ReadScope } from '#kernel';
import { leadImportColumns, shapeLeadImport, type LeadImportRow } from './lead-import-row.ts';

/** Imports, newest first. */
export async function listImports(
  scope: ReadScope,
  input: z.output<typeof leadImportListInput>,
): Promise<Page<LeadImport>> {
  const [at, id] = input.cursor === undefined ? [null, null] : decodeCursor(input.cursor, ['time', 'uuid']);
  const rows = await scope.read<LeadImportRow>(
    `select ${leadImportColumns} from lead_import
      where workspace_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid)) order by created_at desc, id desc limit $4`,
    [scope.workspaceId, at, id, input.limit + 1],
  );
  return pageFrom(rows, input.limit, shapeLeadImport, (row) => [row.created_at.toISOString(), row.id]);
}

/** One import with its counts and first rejected rows. */
export async function getImport(scope: ReadScope, { id }: { id: string }): Promise<LeadImport> {
  const [row] = await scope.read<LeadImportRow>(
    `select ${leadImportColumns} from lead_import where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id],
  );
  return row ? shapeLeadImport(row) : fail('lead_import.not_found');
}
