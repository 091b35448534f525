import { z } from 'zod';

const enough =
  'Give at least 32 random characters; keep them, or what was sealed with them is lost and sent links stop working.';

const keys = z
  .string()
  .transform((words) => words.split(',').map((word) => word.trim()))
  .pipe(z.array(z.string().min(32, enough)));

/** The secrets from which every key is derived: link signatures, suppression hashes, role logins, what seals stored passwords. */
export const secretsConfig = z
  .object({
    /** Random characters; keep them with the backups. */
    SECRET_KEY: z.string().min(32, enough),
    /** Random characters without commas. Seals what is stored and must be read again, such as passwords of mailboxes; `SECRET_KEY` does when unset. */
    ENCRYPTION_KEY: z
      .string()
      .min(32, enough)
      .regex(/^[^,]*$/, 'Give a key without commas.')
      .optional(),
    /** Earlier encryption keys, with commas between, until [`secrets rotate`](/guides/operate/) has sealed everything anew. */
    PREVIOUS_ENCRYPTION_KEYS: keys.optional(),
  })
  .transform((env) => ({
    secretKey: env.SECRET_KEY,
    encryptionKey: env.ENCRYPTION_KEY ?? env.SECRET_KEY,
    previousEncryptionKeys: env.PREVIOUS_ENCRYPTION_KEYS ?? [],
  }));
