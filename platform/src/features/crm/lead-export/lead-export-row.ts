import { toPublicId, type Uuid } from '@tabard/contract';
import type { LeadExport, LeadExportFault, leadExportStartInput } from '@tabard/contract/crm/lead-export';
import type { z } from 'zod';
import { callerOf, type Principal } from '#kernel';
import type { Asker } from './asker.ts';

type Given = z.output<typeof leadExportStartInput>;

/** What is exported, as it is kept: ids are UUIDs, and each column has its heading. */
export interface ExportQuestion extends Pick<
  Given,
  'ids' | 'filter' | 'where' | 'except' | 'sort' | 'direction' | 'mark'
> {
  columns: { name: string; heading: string }[];
}

/** An export as SQL gives it. */
export interface LeadExportRow {
  id: Uuid;
  owner: string;
  asker: Asker;
  state: LeadExport['state'];
  format: LeadExport['format'];
  file_name: string;
  question: ExportQuestion;
  total: number;
  done: number;
  size: string | null;
  failure: LeadExportFault | null;
  created_at: Date;
  finished_at: Date | null;
}

export const leadExportColumns =
  'id, owner, asker, state, format, file_name, question, total, done, size, failure, created_at, finished_at';

/** Where the file of an export is. */
export const exportKey = (workspaceId: string, id: string): string => `${workspaceId}/exports/${id}`;

const keptMs = 7 * 86_400_000;

/** Until when the file is there; null where there is none. */
export const keptUntil = ({ state, finished_at: finished }: LeadExportRow): Date | null =>
  state === 'completed' && finished ? new Date(finished.getTime() + keptMs) : null;

/** Why an export came to nothing, in plain words. */
const faultWords: Readonly<Record<LeadExportFault, string>> = {
  too_many_rows: 'A workbook holds at most 1,048,575 leads. Export them as CSV, or choose fewer.',
  quota_exceeded: 'The exports of the last seven days have reached what a workspace may keep.',
  unexpected: 'Something went wrong on our side. Export the leads again.',
};

/** An export as a caller sees it. */
export const shownTo =
  (principal: Principal) =>
  (row: LeadExportRow): LeadExport => ({
    id: toPublicId('leadExport', row.id),
    mine: row.owner === callerOf(principal),
    fileName: row.file_name,
    format: row.format,
    state: row.state,
    columns: row.question.columns.map(({ name }) => name),
    total: row.total,
    done: row.done,
    size: row.size === null ? null : Number(row.size),
    failure: row.failure,
    error: row.failure && faultWords[row.failure],
    expiresAt: keptUntil(row)?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  });
