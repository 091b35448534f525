import { z } from 'zod';

function scannerOf(address: string | undefined): { host: string; port: number } | null {
  const [host = '', port] = address?.split(':') ?? [];
  return address ? { host, port: Number(port) } : null;
}

/** Where files are kept. */
export const storageConfig = z
  .object({
    /** Folder of uploaded files and reports. */
    BLOB_ROOT: z.string().default('.tabard/blobs'),
    /** Largest file that people keep with a record, in bytes. */
    FILE_LIMIT: z.coerce.number().int().min(1024).max(1_099_511_627_776).default(1_073_741_824),
    /** Bytes of files that one workspace may keep, all versions and the bin among them. */
    FILE_QUOTA: z.coerce.number().int().min(1024).default(21_474_836_480),
    /** Most pixels of an image, so that a small file does not become a huge picture in memory. */
    IMAGE_PIXELS: z.coerce.number().int().min(10_000).max(1_000_000_000).default(100_000_000),
    /** Where a ClamAV daemon looks for harmful content in files, such as clamav:3310; unset, nobody looks. */
    CLAMAV_ADDRESS: z
      .string()
      .regex(/^[\w.-]+:\d{1,5}$/, 'Give a host name and a port, such as clamav:3310.')
      .optional(),
  })
  .transform((env) => ({
    blobRoot: env.BLOB_ROOT,
    fileLimit: env.FILE_LIMIT,
    fileQuota: env.FILE_QUOTA,
    imagePixels: env.IMAGE_PIXELS,
    scanner: scannerOf(env.CLAMAV_ADDRESS),
  }));
