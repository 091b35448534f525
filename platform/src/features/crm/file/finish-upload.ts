import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { toPublicId, type Uuid } from '@tabard/contract';
import type { WorkspaceFile } from '@tabard/contract/crm/file';
import { settleSubject } from '#features/crm/record-subject';
import { emitStandard, fail, lockOne, newId, recordOf, type CallScope, type WriteScope } from '#kernel';
import { findUpload, isLive, uploadHours, type UploadRow } from './begin-upload.ts';
import { files, type FileEntity } from './file.entity.ts';
import { eraseParts, eraseVersion, partsFolder, thumbnailKey, versionKey } from './file-keys.ts';
import { findType, type FoundType } from './find-type.ts';
import { readFile } from './list-files.ts';
import { scanJob } from './scan.job.ts';
import { isPrepared, prepareImage } from './prepare-image.ts';

/** What of a file is looked at for its type. */
const headBytes = 256 * 1024;

interface Whole extends UploadRow {
  name: string;
  file_id: Uuid | null;
  lead_id: Uuid | null;
  company_id: Uuid | null;
  deal_id: Uuid | null;
  author: string;
  author_user_id: Uuid | null;
  author_says: string | null;
  parts: string[];
  finished_at: Date | null;
}
const more = ', name, file_id, lead_id, company_id, deal_id, author, author_user_id, author_says, parts, finished_at';

/** What became of the bytes. */
interface Stored extends FoundType {
  size: number;
  hasThumbnail: boolean;
}

/**
 * Makes a file or a version of what was uploaded. The bytes are whole under their name before the row is there; doing it again answers
 * with the same file.
 */
export async function finishUpload(scope: CallScope, { id }: { id: Uuid }): Promise<WorkspaceFile> {
  const { app, workspaceId } = scope;
  const upload = await findUpload<Whole>(scope, id, more);
  if (!upload.finished_at) {
    if (upload.received !== upload.length) fail('file_upload.incomplete');
    const stored = await storeWhole(scope, upload).catch((error: unknown) => drop(scope, id, error));
    await scope.write((writing) => settle(writing, upload, stored));
  }
  const [version] = await scope.read<OwnVersion>(
    `select file_id, number as version, kind, media_type as "mediaType", size, scan, has_thumbnail as "hasThumbnail"
       from file_version where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  await eraseParts(app, workspaceId, id);
  if (!version) {
    // Somebody gave it up meanwhile.
    await eraseVersion(app, workspaceId, id);
    return fail('file_upload.not_found');
  }
  const { file_id: fileId, size, ...own } = version;
  // Others may have added versions since; this caller hears of their own.
  return { ...(await readFile(scope, { id: fileId })), ...own, size: Number(size) };
}

/** What this upload became, whichever version is shown by now. */
type OwnVersion = Pick<WorkspaceFile, 'version' | 'kind' | 'mediaType' | 'scan' | 'hasThumbnail'> & {
  file_id: Uuid;
  size: string;
};

/** Gives up an upload: from now on nobody can go on with it, its bytes go, then its row. */
export async function cancelUpload(scope: CallScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const { app, workspaceId } = scope;
  const [row] = await scope.write(({ sql }) =>
    sql<{ finished_at: Date | null }>(
      // One without time left is swept where this process is killed.
      `update file_upload set created_at = case when finished_at is null then now() - interval '${uploadHours} hours' else created_at end
        where workspace_id = $1 and id = $2 returning finished_at`,
      [workspaceId, id],
    ),
  );
  if (!row) fail('file_upload.not_found');
  if (row.finished_at) fail('file_upload.finished');
  await eraseVersion(app, workspaceId, id);
  await eraseParts(app, workspaceId, id);
  await scope.write(({ sql }) =>
    sql('delete from file_upload where workspace_id = $1 and id = $2 and finished_at is null', [workspaceId, id]),
  );
  return { id: toPublicId('fileUpload', id) };
}

/** What is refused for what it is is not kept for another try. */
async function drop({ app, workspaceId, write }: CallScope, id: Uuid, error: unknown): Promise<never> {
  const refused = error instanceof Error && 'code' in error && /^file\.(?:type|image)_/.test(String(error.code));
  if (refused) {
    await eraseVersion(app, workspaceId, id);
    await eraseParts(app, workspaceId, id);
    await write(({ sql }) =>
      sql('delete from file_upload where workspace_id = $1 and id = $2 and finished_at is null', [workspaceId, id]),
    );
  }
  throw error;
}

async function* joined({ app, workspaceId }: CallScope, { id, parts }: Whole): AsyncGenerator<Buffer> {
  for (const name of parts) yield* await app.ports.blobs.get(partsFolder(workspaceId, id) + name);
}

/** Puts the parts together under the name of the version, an image written anew. */
async function storeWhole(scope: CallScope, upload: Whole): Promise<Stored> {
  const { app, workspaceId } = scope;
  const { blobs } = app.ports;
  const length = Number(upload.length);
  const head = await headOf(joined(scope, upload));
  const type = await findType(upload.name, head);
  const key = versionKey(workspaceId, upload.id);
  if (!isPrepared(type.mediaType)) {
    const size = await blobs.put(key, Readable.from(joined(scope, upload)), { maxBytes: length });
    return { ...type, size, hasThumbnail: false };
  }
  const body = Readable.from(joined(scope, upload));
  const image = await prepareImage(app, { body, size: length, mediaType: type.mediaType });
  // Written anew it may be larger than it came, and has the room of a file.
  const size = await blobs.put(key, image.body, { maxBytes: app.config.storage.fileLimit });
  await blobs.put(thumbnailKey(workspaceId, upload.id), image.thumbnail, { maxBytes: length + headBytes * 16 });
  return { ...type, size, hasThumbnail: true };
}

async function headOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const taken: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    taken.push(chunk);
    size += chunk.length;
    if (size >= headBytes) break;
  }
  return (await buffer(Readable.from(taken))).subarray(0, headBytes);
}

/** Writes the version, and its file where it is a new one. Of two that finish the same upload the second finds it done. */
async function settle(scope: WriteScope, upload: Whole, stored: Stored): Promise<void> {
  const { sql, workspaceId } = scope;
  const [waiting] = await sql(
    `update file_upload set finished_at = now() where workspace_id = $1 and id = $2 and ${isLive} returning 1`,
    [workspaceId, upload.id],
  );
  if (!waiting) return;
  const scan = scope.app.ports.fileScanner.isSet ? 'waiting' : 'unscanned';
  if (scan === 'waiting') scope.enqueue(scanJob, { workspaceId, versionId: upload.id });
  const facts = { kind: stored.kind, mediaType: stored.mediaType, size: stored.size, scan, hasThumbnail: stored.hasThumbnail } as const; // prettier-ignore
  if (upload.file_id) {
    const file = (await lockOne(files, scope, upload.file_id)) as FileEntity; // the same row, with what callers do not see
    const [last] = await sql<{ number: number }>(
      'select max(number) as number from file_version where workspace_id = $1 and file_id = $2',
      [workspaceId, file.id],
    );
    const version = (last?.number ?? 0) + 1;
    await insertVersion(scope, upload, file.id, version, facts);
    Object.assign(file, facts, { version, versionId: upload.id, updatedAt: new Date() });
    scope.emit('file.version_added', { fileId: toPublicId('file', file.id), version, ...recordOf(file) });
    return;
  }
  const on = await settleSubject(scope, subjectOf(upload));
  const id = newId();
  const author = { author: upload.author, authorUserId: upload.author_user_id, authorSays: upload.author_says };
  const row = { workspaceId, id, name: upload.name, version: 1, versionId: upload.id, ...facts, ...on, ...author };
  scope.em.create(files.entity, row as never); // a value for every column without a default
  await scope.em.flush();
  await insertVersion(scope, upload, id, 1, facts);
  emitStandard(scope, files, 'created', id, on);
}

const subjectOf = ({ lead_id: lead, company_id: company, deal_id: deal }: Whole) => {
  if (lead) return { noun: 'lead', id: lead } as const;
  if (company) return { noun: 'company', id: company } as const;
  // The record that it was for is gone.
  return { noun: 'deal', id: deal ?? fail('file_upload.not_found') } as const;
};

async function insertVersion(
  { sql, workspaceId }: WriteScope,
  { id, author, author_user_id: userId, author_says: says }: Whole,
  fileId: Uuid,
  number: number,
  { kind, mediaType, size, scan, hasThumbnail }: Stored & { scan: string },
): Promise<void> {
  await sql(
    `insert into file_version (workspace_id, id, file_id, number, kind, media_type, size, scan, has_thumbnail, author, author_user_id, author_says)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [workspaceId, id, fileId, number, kind, mediaType, size, scan, hasThumbnail, author, userId, says],
  );
}
