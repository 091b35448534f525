import type { Api } from './api.ts';

/** A file as the platform keeps it. */
type WorkspaceFile = Awaited<ReturnType<Api['files']['get']>>;

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes that the platform has. */
  sent: number;
  /** Bytes that there are. */
  total: number;
}

/** What is uploaded to, and how it is watched. One of `subject`, `fileId` and `uploadId` says where it belongs. */
export interface FileUploadOptions {
  /** The lead, the company or the deal that the file is kept with. */
  subject?: Parameters<Api['files']['createUpload']>[0]['subject'];
  /** The file that gets a new version instead. */
  fileId?: string;
  /** An upload that was interrupted and goes on, within a day. */
  uploadId?: string;
  /** What it is called; a `File` brings its own name. */
  name?: string;
  /** Told the id of the upload before its first byte, so that it can be gone on with later. */
  onBegin?: (uploadId: string) => void;
  /** Told after each part. */
  onProgress?: (progress: UploadProgress) => void;
  /** Stops the upload. It can be gone on with by its id, and `files.cancelUpload` gives it up. */
  signal?: AbortSignal;
}

/** Files besides their procedures. */
export interface FileUploads {
  /**
   * Sends a file in parts and gives it as the platform keeps it. Where the line breaks it goes on from the last part that arrived.
   * @example
   * const file = await client.files.upload(input.files[0], { subject: { noun: 'lead', id }, onProgress: show });
   */
  upload(source: Blob | Uint8Array<ArrayBuffer>, options: FileUploadOptions): Promise<WorkspaceFile>;
}

/** What an upload needs of a client. */
export interface UploadLine {
  call(procedure: string, input: object, signal?: AbortSignal): PromiseLike<unknown>;
  /** Sends bytes by POST and gives the answer. */
  send(path: string, body: Blob, signal?: AbortSignal): Promise<unknown>;
}

interface Standing {
  id: string;
  offset: number;
  length: number;
  partBytes: number;
}

/** So many tries without a part that arrived; each waits a little longer. */
const mostFailures = 6;
const firstPauseMs = 500;
/** A part is a twentieth of the file within these, so that progress is seen and little is sent twice. */
const smallestPart = 256 * 1024;

/** Uploads a file over a line that may break. */
export async function uploadInParts(
  line: UploadLine,
  source: Blob | Uint8Array<ArrayBuffer>,
  { subject, fileId, uploadId, name, onBegin, onProgress, signal }: FileUploadOptions,
): Promise<WorkspaceFile> {
  const blob = source instanceof Blob ? source : new Blob([source]);
  const given = { name: name ?? ('name' in blob ? String(blob.name) : 'file'), length: blob.size };
  const ask = (procedure: string, input: object) =>
    line.call(`files.${procedure}`, input, signal) as PromiseLike<Standing>; // the platform's answer
  const standing = await (uploadId
    ? ask('getUpload', { id: uploadId })
    : fileId
      ? ask('addVersion', { id: fileId, ...given })
      : ask('createUpload', { subject, ...given }));
  const { id, length } = standing;
  if (length !== blob.size) throw new TypeError('This is not the file that the upload was begun with.');
  signal?.throwIfAborted();
  onBegin?.(id);
  await sendParts(line, blob, standing, { onProgress, signal });
  return (await line.call('files.finish', { id }, signal)) as WorkspaceFile; // the platform's answer
}

/** Sends what the platform does not have yet, from where it stands. */
async function sendParts(
  line: UploadLine,
  blob: Blob,
  begun: Standing,
  { onProgress, signal }: Pick<FileUploadOptions, 'onProgress' | 'signal'>,
): Promise<void> {
  const { id, length } = begun;
  let standing = begun;
  for (let failures = 0; standing.offset < length;) {
    const { offset, partBytes } = standing;
    onProgress?.({ sent: offset, total: length });
    const size = Math.min(partBytes, Math.max(smallestPart, Math.ceil(length / 20)));
    const part = blob.slice(offset, offset + size);
    try {
      standing = (await line.send(`/files/uploads/${id}?offset=${offset}`, part, signal)) as Standing; // the platform's answer
      failures = 0;
    } catch (error) {
      signal?.throwIfAborted();
      if (!passes(error) || ++failures > mostFailures) throw error;
      await new Promise((go) => setTimeout(go, failures === 1 && codeOf(error) ? 0 : firstPauseMs * 2 ** failures));
      signal?.throwIfAborted();
      standing = (await line.call('files.getUpload', { id }, signal)) as Standing; // the platform's answer
    }
  }
  onProgress?.({ sent: length, total: length });
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Whether an upload can go on: the line broke, the platform was away, or a part had arrived after all. */
function passes(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  return codeOf(error) === 'file_upload.offset_mismatch' || status === 0 || status >= 500 || status === 429;
}
