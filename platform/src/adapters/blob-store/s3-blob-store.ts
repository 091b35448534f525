import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Failure } from '#kernel';
import type { BlobStore } from '#ports';

/** Where a bucket is, and who asks. */
export interface S3Options {
  bucket: string;
  region: string;
  /** Another service that speaks S3; AWS itself where it is unset. */
  endpoint: string | undefined;
  /** Taken from where the SDK looks where it is unset: the environment, a profile, the machine's role. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** The bucket stands in the path, as most other services want it. */
  pathStyle: boolean;
}

/** A file that is smaller is sent in one request. */
const firstPartBytes = 8 * 1024 * 1024;
/** After so many parts they grow, so that the 10,000 of one file are enough for any. */
const growAfter = 1_000;

/** The library is large: it is loaded by those who use it. */
const load = () => import('@aws-sdk/client-s3');

/** A bucket that somebody asks. */
interface Place {
  Bucket: string;
  s3: S3Client;
}

/** Files in a bucket; one appears under its name only when it is complete. */
export function createS3BlobStore({ bucket: Bucket, ...options }: S3Options): BlobStore {
  let opened: Promise<S3Client> | undefined;
  const place = async (): Promise<Place> => ({ Bucket, s3: await (opened ??= open(options)) });
  return {
    put: async (key, body, { maxBytes }) => put(await place(), checked(key), { body, maxBytes }),
    async get(key, range) {
      const { GetObjectCommand } = await load();
      const { s3 } = await place();
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: checked(key), Range }));
      return Body as Readable; // what the SDK gives in Node
    },
    async *list(folder) {
      yield* list(await place(), checked(`${folder.replace(/\/$/, '')}/`));
    },
    async size(key) {
      const { HeadObjectCommand } = await load();
      const { s3 } = await place();
      const head = await s3.send(new HeadObjectCommand({ Bucket, Key: checked(key) })).catch(unlessThere);
      return head?.ContentLength ?? null;
    },
    async remove(key) {
      const { DeleteObjectCommand } = await load();
      const at = await place();
      await at.s3.send(new DeleteObjectCommand({ Bucket, Key: checked(key) }));
      await abandon(at, key, true);
    },
    async clear(workspaceId) {
      const at = await place();
      const folder = checked(`${workspaceId}/`);
      await abandon(at, folder, false);
      const keys: string[] = [];
      for await (const key of list(at, folder)) if (keys.push(key) === 1_000) await removeAll(at, keys.splice(0));
      if (keys.length > 0) await removeAll(at, keys);
    },
  };
}

/** Sends a small file in one request, and a larger one in parts as they come. */
async function put({ Bucket, s3 }: Place, Key: string, { body, maxBytes }: { body: Readable; maxBytes: number }) {
  const aws = await load();
  let UploadId: string | undefined;
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  let size = 0;
  try {
    for await (const { bytes, isLast } of partsOf(body, maxBytes)) {
      size += bytes.length;
      if (isLast && !UploadId) {
        await s3.send(new aws.PutObjectCommand({ Bucket, Key, Body: bytes }));
        return size;
      }
      UploadId ??= (await s3.send(new aws.CreateMultipartUploadCommand({ Bucket, Key }))).UploadId;
      if (isLast && bytes.length === 0) break;
      const PartNumber = Parts.length + 1;
      const { ETag } = await s3.send(new aws.UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: bytes }));
      Parts.push({ ETag, PartNumber });
    }
    await s3.send(new aws.CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    return size;
  } catch (error) {
    // Where this fails too, `remove` or `clear` finds it.
    if (UploadId) await s3.send(new aws.AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => undefined);
    throw error;
  }
}

async function* list({ Bucket, s3 }: Place, Prefix: string): AsyncGenerator<string> {
  const { ListObjectsV2Command } = await load();
  for (let ContinuationToken: string | undefined; ;) {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
    for (const { Key } of page.Contents ?? []) if (Key) yield Key;
    ContinuationToken = page.NextContinuationToken;
    if (!ContinuationToken) return;
  }
}

async function removeAll({ Bucket, s3 }: Place, keys: readonly string[]): Promise<void> {
  const { DeleteObjectsCommand } = await load();
  const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
  const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));
  if (Errors.length > 0) throw new Error(`The bucket kept ${Errors.length} files: ${Errors[0]?.Code ?? ''}`);
}

/** Ends what a process that was killed had begun to send. */
async function abandon({ Bucket, s3 }: Place, Prefix: string, exact: boolean): Promise<void> {
  const { AbortMultipartUploadCommand, ListMultipartUploadsCommand } = await load();
  const unfinished = s3.send(new ListMultipartUploadsCommand({ Bucket, Prefix })).then(
    ({ Uploads = [] }) => Uploads,
    (error: unknown) => {
      // Some services have no such list; they end what is unfinished by a rule of the bucket.
      if (codeOf(error) === 'NotImplemented') return [];
      throw error;
    },
  );
  for (const { Key, UploadId } of await unfinished)
    if (!exact || Key === Prefix) await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
}

async function open({ region, endpoint, credentials, pathStyle }: Omit<S3Options, 'bucket'>): Promise<S3Client> {
  const { S3Client } = await load();
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    // Services besides AWS refuse the newer ones.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
  });
}

/** A stream in parts of a size that grows; the last one says so. */
async function* partsOf(body: Readable, maxBytes: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let [held, total, count] = [0, 0, 0];
  for await (const chunk of body as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk as Buffer);
    total += bytes.length;
    if (total > maxBytes) throw new Failure('request.too_large');
    waiting.push(bytes);
    held += bytes.length;
    if (held < firstPartBytes * 2 ** Math.floor(count / growAfter)) continue;
    yield { bytes: Buffer.concat(waiting), isLast: false };
    [waiting, held, count] = [[], 0, count + 1];
  }
  yield { bytes: Buffer.concat(waiting), isLast: true };
}

/** A key of a workspace. One that climbs would be at home in another. */
function checked(key: string): string {
  if (!/^[0-9a-f-]{36}\//.test(key) || key.split('/').includes('..'))
    throw new Error(`Not a key of a workspace: ${key}`);
  return key;
}

const codeOf = (error: unknown): string => (error instanceof Error ? error.name : '');

function unlessThere(error: unknown): null {
  if (['NotFound', 'NoSuchKey'].includes(codeOf(error))) return null;
  throw error;
}
