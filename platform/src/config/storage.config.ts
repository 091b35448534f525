import { z } from 'zod';

function scannerOf(address: string | undefined): { host: string; port: number } | null {
  const [host = '', port] = address?.split(':') ?? [];
  return address ? { host, port: Number(port) } : null;
}

interface BucketSettings {
  S3_BUCKET?: string;
  S3_REGION: string;
  S3_ENDPOINT?: string;
  S3_ACCESS_KEY_ID?: string;
  S3_SECRET_ACCESS_KEY?: string;
  S3_PATH_STYLE: boolean;
}

function bucketOf(env: BucketSettings) {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket) return null;
  return {
    bucket,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    pathStyle: env.S3_PATH_STYLE,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

/** Where files are kept. */
export const storageConfig = z
  .object({
    /** Folder of uploaded files and reports. */
    BLOB_ROOT: z.string().default('.tabard/blobs'),
    /** Bucket in which files are kept in place of the folder; every process then needs the same one. */
    S3_BUCKET: z.string().optional(),
    /** Region of the bucket. */
    S3_REGION: z.string().default('us-east-1'),
    /** Address of a service that speaks S3; AWS when unset. */
    S3_ENDPOINT: z.url().optional(),
    /** Who asks; when unset, what the AWS SDK finds: a profile, or the role of the machine. */
    S3_ACCESS_KEY_ID: z.string().optional(),
    /** The secret of the key. */
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** Whether the bucket stands in the path of addresses, as most services besides AWS want it. */
    S3_PATH_STYLE: z.stringbool().default(false),
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
    s3: bucketOf(env),
    fileLimit: env.FILE_LIMIT,
    fileQuota: env.FILE_QUOTA,
    imagePixels: env.IMAGE_PIXELS,
    scanner: scannerOf(env.CLAMAV_ADDRESS),
  }));
