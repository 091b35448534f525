import { z } from 'zod';

/** Where files are kept. */
export const storageConfig = z
  .object({
    /** Folder of uploaded files and reports. */
    BLOB_ROOT: z.string().default('.tabard/blobs'),
  })
  .transform((env) => ({ blobRoot: env.BLOB_ROOT }));
