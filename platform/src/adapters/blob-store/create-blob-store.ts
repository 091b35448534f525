import type { BlobStore } from '#ports';
import { createFolderBlobStore } from './folder-blob-store.ts';
import { createS3BlobStore, type S3Options } from './s3-blob-store.ts';

/** Files in the bucket that is set, or else in a folder of this machine. */
export const createBlobStore = ({ blobRoot, s3 }: { blobRoot: string; s3: S3Options | null }): BlobStore =>
  s3 ? createS3BlobStore(s3) : createFolderBlobStore(blobRoot);
