import { z } from 'zod';
import { blockedPortMessage, isBlockedPort } from './blocked-port.ts';

const openUrl = z
  .url()
  .refine((url) => !URL.canParse(url) || !isBlockedPort(Number(new URL(url).port)), blockedPortMessage);

const hostName = String.raw`(?:[\w.-]+|\[[\da-fA-F:.]+\])`;
const hostNames = z
  .string()
  .regex(
    new RegExp(String.raw`^\s*${hostName}(?:\s*,\s*${hostName})*\s*$`),
    'Give names without scheme and port, with commas between them, such as api.internal.',
  );

/** How the platform is reached. Absolute URLs come from here or from a stored domain, never from the Host header. */
export const httpConfig = z
  .object({
    /** The address to listen at; 0.0.0.0 for every one of this machine. */
    HOST: z.string().default('127.0.0.1'),
    /** The port to listen at; 0 lets the system choose. */
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .refine((port) => !isBlockedPort(port), blockedPortMessage)
      .default(4000),
    /** The address the API is reached at from outside. */
    PUBLIC_URL: openUrl.optional(),
    /** The address of tracking and unsubscribe links; PUBLIC_URL when unset. */
    LINKS_URL: openUrl.optional(),
    /**
     * Further host names that requests may ask for, with commas, beside those of the three addresses: names of a network inside, or of
     * a proxy that puts its own in place. Any other name is answered 421.
     */
    HOST_NAMES: hostNames.optional(),
    /** Whether X-Forwarded-For and X-Forwarded-Host of a proxy in front are believed. */
    TRUST_PROXY: z.stringbool().default(false),
    /** Largest JSON body, in bytes. */
    BODY_LIMIT: z.coerce.number().int().min(1024).default(1_048_576),
    /** Largest uploaded file, in bytes. */
    UPLOAD_LIMIT: z.coerce.number().int().min(1024).default(536_870_912),
    /** Bytes of uploads that one workspace may have waiting; they go after a day. */
    UPLOAD_QUOTA: z.coerce.number().int().min(1024).default(2_147_483_648),
    /** Bytes of exported files that one workspace may keep; they go after seven days. */
    EXPORT_QUOTA: z.coerce.number().int().min(1024).default(5_368_709_120),
    /** The address of hosted pages; PUBLIC_URL when unset. */
    HOSTED_URL: openUrl.optional(),
    /**
     * Lets every page of this computer use embed sessions that do not name it, and API keys; each answer to such a page says so.
     * For developing only: refused unless PUBLIC_URL is this computer.
     */
    EMBED_DEVELOPMENT: z.stringbool().default(false),
    /** Folder of the built widget bundle that is served at /embed. */
    EMBED_ROOT: z.string().optional(),
  })
  .transform((env, context) => {
    const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
    if (env.EMBED_DEVELOPMENT && !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(publicUrl).hostname))
      context.addIssue({
        code: 'custom',
        path: ['EMBED_DEVELOPMENT'],
        message: 'Unset it: PUBLIC_URL is an address of the world, where this would let strangers in.',
      });
    return {
      host: env.HOST,
      port: env.PORT,
      publicUrl,
      linksUrl: (env.LINKS_URL ?? publicUrl).replace(/\/$/, ''),
      hostNames: env.HOST_NAMES?.split(',').map((name) => name.trim()) ?? [],
      hostedUrl: (env.HOSTED_URL ?? publicUrl).replace(/\/$/, ''),
      embedDevelopment: env.EMBED_DEVELOPMENT,
      trustProxy: env.TRUST_PROXY,
      bodyLimit: env.BODY_LIMIT,
      uploadLimit: env.UPLOAD_LIMIT,
      uploadQuota: env.UPLOAD_QUOTA,
      exportQuota: env.EXPORT_QUOTA,
      embedRoot: env.EMBED_ROOT,
    };
  });
