import { Readable } from 'node:stream';
import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { csvLine } from '#features/crm/lead-import';
import { fail, type ReadScope, type WorkspaceRoute } from '#kernel';
import type { Failed } from './bulk-action.ts';
import { faultWords } from './bulk-operation-row.ts';
import { getBulkOperation } from './read-bulk-operations.ts';

const columns = ['lead_id', 'email', 'code', 'reason'] as const;

/** The lines of all leads that an operation could not be done to, a part at a time. */
async function* linesOf({ read, workspaceId }: ReadScope, operationId: Uuid): AsyncGenerator<string> {
  yield csvLine([...columns], '\ufeff');
  for (let after = -1; ;) {
    const [part] = await read<{ position: number; failures: Failed[] }>(
      `select position, failures from bulk_part where workspace_id = $1 and operation_id = $2 and position > $3 and failures is not null
        order by position limit 1`,
      [workspaceId, operationId, after],
    );
    if (!part) return;
    after = part.position;
    const known = await read<{ id: Uuid; email: string }>(
      'select id, email from lead where workspace_id = $1 and id = any($2::uuid[])',
      [workspaceId, part.failures.map(({ id }) => id)],
    );
    const emails = new Map(known.map(({ id, email }) => [id, email]));
    for (const { id, code } of part.failures)
      yield csvLine([toPublicId('lead', id), emails.get(id) ?? '', code, faultWords[code]]);
  }
}

/** `GET /bulk-operations/<id>/failures.csv`: the leads that an operation could not be done to, each with the reason, as a file. */
export const sendFailures: WorkspaceRoute = {
  method: 'GET',
  path: '/bulk-operations/:id/failures.csv',
  auth: 'workspace',
  permission: 'lead.write',
  async handle(scope, { params }) {
    const id = fromPublicId('bulkOperation', params['id'] ?? '') ?? fail('bulk_operation.not_found');
    await getBulkOperation(scope, { id });
    return {
      body: Readable.from(linesOf(scope, id)),
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="failures.csv"',
      },
    };
  },
};
