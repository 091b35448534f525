import { toPublicId, type Uuid } from '@tabard/contract';
import type { FileUpload, fileUploadInput, fileVersionInput } from '@tabard/contract/crm/file';
import { partBytes } from '@tabard/contract/crm/file-words';
import type { z } from 'zod';
import { authorOf, noSubject, settleSubject, type SubjectColumns } from '#features/crm/record-subject';
import { fail, lockOne, newId, type ReadScope, type Sql, type WriteScope } from '#kernel';
import { files } from './file.entity.ts';
import { refuseEnding, requireEnding } from './find-type.ts';

/** How long an upload may take. */
export const uploadHours = 24;

/** Uploads that one person or key may have open at once. */
const mostOpen = 20;

/** Of the uploads, those that can be gone on with. */
export const isLive = `finished_at is null and created_at > now() - interval '${uploadHours} hours'
  and (file_id is not null or lead_id is not null or company_id is not null or deal_id is not null)`;

/** Bytes that a workspace keeps: all versions, and of each upload what has arrived and the part that comes next. */
const usedBytes = `select (select coalesce(sum(size), 0) from file_version where workspace_id = $1)
  + (select coalesce(sum(received + least(length - received, ${partBytes})), 0) from file_upload
      where workspace_id = $1 and ${isLive}) as bytes`;

/** How much is kept, and how much may be. */
export async function readQuota({ app, read, workspaceId }: ReadScope) {
  const [row] = await read<{ bytes: string }>(usedBytes, [workspaceId]);
  const { fileQuota, fileLimit } = app.config.storage;
  return { used: Number(row?.bytes ?? 0), quota: fileQuota, limit: fileLimit };
}

/** Begins the upload of a file that is kept with a record. */
export async function createUpload(
  scope: WriteScope,
  { subject, ...input }: z.output<typeof fileUploadInput>,
): Promise<FileUpload> {
  return reserve(scope, { ...input, fileId: null, on: await settleSubject(scope, subject) });
}

/** Begins the upload of a new version of a file. */
export async function addVersion(
  scope: WriteScope,
  { id, ...input }: z.output<typeof fileVersionInput>,
): Promise<FileUpload> {
  const { name } = await lockOne(files, scope, id);
  // What is asked of a file by its name stays true of it.
  requireEnding(name, input.name);
  return reserve(scope, { ...input, fileId: id, on: noSubject });
}

interface Wanted {
  name: string;
  length: number;
  fileId: Uuid | null;
  on: SubjectColumns;
}

/** Uploads of a workspace take turns here, so that they share its quota. */
export const takeTurn = (sql: Sql, workspaceId: Uuid): Promise<unknown> =>
  sql(`select pg_advisory_xact_lock(hashtextextended('files ' || $1, 0))`, [workspaceId]);

async function reserve(scope: WriteScope, { name, length, fileId, on }: Wanted): Promise<FileUpload> {
  const { app, sql, workspaceId } = scope;
  refuseEnding(name);
  if (length === 0) fail('file.empty');
  const { fileLimit } = app.config.storage;
  if (length > fileLimit)
    fail('file.too_large', {
      details: [{ path: 'length', limit: fileLimit, message: `A file has ${fileLimit} bytes or fewer here.` }],
    });
  await takeTurn(sql, workspaceId);
  const { used, quota } = await readQuota({ ...scope, read: sql });
  if (used + length > quota) fail('file.quota_exceeded');
  const id = newId();
  const { author, authorUserId, authorSays } = await authorOf(scope);
  const [open] = await sql<{ count: number }>(
    `select count(*)::int as count from file_upload where workspace_id = $1 and author = $2 and ${isLive}`,
    [workspaceId, author],
  );
  if (open && open.count >= mostOpen) fail('file_upload.too_many');
  const [row] = await sql<{ created_at: Date }>(
    `insert into file_upload (workspace_id, id, file_id, name, length, lead_id, company_id, deal_id, author, author_user_id, author_says)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning created_at`,
    [workspaceId, id, fileId, name, length, on.leadId, on.companyId, on.dealId, author, authorUserId, authorSays],
  );
  return shapeUpload({ id, received: '0', length: String(length), created_at: row!.created_at }); // written just now
}

/** An upload as the database gives it. */
export interface UploadRow {
  id: Uuid;
  received: string;
  length: string;
  created_at: Date;
}

/** An upload as callers see it. */
export const shapeUpload = ({ id, received, length, created_at: began }: UploadRow): FileUpload => ({
  id: toPublicId('fileUpload', id),
  offset: Number(received),
  length: Number(length),
  partBytes,
  expiresAt: new Date(began.getTime() + uploadHours * 3_600_000).toISOString(),
});

/** An upload of the caller's workspace that is neither finished nor too old. */
export async function findUpload<R extends UploadRow = UploadRow>(scope: ReadScope, id: Uuid, more = ''): Promise<R> {
  const [row] = await scope.read<R>(
    `select id, received, length, created_at${more} from file_upload
      where workspace_id = $1 and id = $2 and created_at > now() - interval '${uploadHours} hours'`,
    [scope.workspaceId, id],
  );
  return row ?? fail('file_upload.not_found');
}
