import type { LeadExport, leadExportStartInput } from '@tabard/contract/crm/lead-export';
import { mostSheetRows } from '@tabard/contract/crm/lead-export';
import type { z } from 'zod';
import { actorOf, callerOf, fail, newId, requirePermission, type WriteScope } from '#kernel';
import { askerOf } from './asker.ts';
import { chosenLeads } from './chosen-leads.ts';
import { settleColumns } from './export-columns.ts';
import { leadExportColumns, shownTo, type ExportQuestion, type LeadExportRow } from './lead-export-row.ts';
import { runExportJob } from './run-export.job.ts';
import { bytesLeft } from './bytes-left.ts';

type Input = z.output<typeof leadExportStartInput>;

/** Exports of one workspace that are under way at once. */
const mostUnderWay = 5;

/** Counts the leads that are meant, and leaves the file to a job. */
export async function startExport(scope: WriteScope, input: Input): Promise<LeadExport> {
  requirePermission(scope.principal, 'lead.read');
  const question = await settleQuestion(scope, input);
  const total = await countLeads(scope, question);
  if (input.format === 'xlsx' && total > mostSheetRows) fail('lead_export.too_many_rows');
  await requireRoom(scope);
  const { sql, workspaceId, principal } = scope;
  const id = newId();
  const [row] = await sql<LeadExportRow>(
    `insert into lead_export (workspace_id, id, owner, asker, format, file_name, question, total)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${leadExportColumns}`,
    [
      workspaceId,
      id,
      callerOf(principal).slice(0, 300),
      JSON.stringify(askerOf(principal, actorOf(principal).id)),
      input.format,
      fileName(input.format),
      JSON.stringify(question),
      total,
    ],
  );
  scope.enqueue(runExportJob, { workspaceId, exportId: id });
  return shownTo(principal)(row!); // an insert returns its row
}

/** Named by when it was asked for, so that the files of a day stay apart. */
const fileName = (format: string): string =>
  `leads-${new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.${format}`;

async function settleQuestion(
  scope: WriteScope,
  { ids, filter, where, except, sort, direction, mark, columns: given }: Input,
): Promise<ExportQuestion> {
  const { columns, faults } = await settleColumns(scope, given);
  const both = ids && (filter !== undefined || where !== undefined);
  const details = [
    ...(both ? [{ path: 'ids', reason: 'not_allowed', message: 'Give ids, or a filter, not both.' }] : []),
    ...faults,
  ];
  if (details.length > 0) fail('request.invalid', { details });
  return { ...(ids && { ids: [...new Set(ids)] }), filter, where, except, sort, direction, mark, columns };
}

async function countLeads(scope: WriteScope, question: ExportQuestion): Promise<number> {
  const values: unknown[] = [scope.workspaceId];
  const condition = await chosenLeads(scope, question, values);
  const [row] = await scope.sql<{ count: number }>(
    `select count(*)::int as count from lead l where ${condition}`,
    values,
  );
  return row?.count ?? 0;
}

/** Exports that are started at once take turns, so that each sees the others. */
async function requireRoom({ app, sql, workspaceId }: WriteScope): Promise<void> {
  await sql(`select pg_advisory_xact_lock(hashtextextended('exports ' || $1, 0))`, [workspaceId]);
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from lead_export where workspace_id = $1 and state in ('queued', 'running')`,
    [workspaceId],
  );
  if ((row?.count ?? 0) >= mostUnderWay) fail('lead_export.too_many');
  if ((await bytesLeft(sql, workspaceId, app.config.http.exportQuota)) <= 0) fail('lead_export.quota_exceeded');
}
