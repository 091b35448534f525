import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { permissions } from '../permissions.ts';

/** A server's credential. The secret is shown once, at creation; `hint` is its last four characters. */
export const apiKeyOutput = z.object({
  id: idOutput('apiKey'),
  organizationId: idOutput('organization'),
  /** The one workspace the key is limited to; `null` for every workspace of the organization. */
  workspaceId: idOutput('workspace').nullable(),
  /** What it is called among the keys, 1 to 120 characters. */
  name: z.string(),
  /** The last four characters of the secret, to tell keys apart. */
  hint: z.string(),
  /** All that the key may do. */
  permissions: z.array(z.enum(permissions)),
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** Last moment a request came with it, exact to a minute; `null` before the first. */
  lastUsedAt: z.iso.datetime().nullable(),
  /** Moment from which it is refused; `null` for never. */
  expiresAt: z.iso.datetime().nullable(),
  /** Moment it was revoked; `null` while it is not. */
  revokedAt: z.iso.datetime().nullable(),
});

export const apiKeyCreateInput = z.strictObject({
  organizationId: idInput('organization'),
  /** The one workspace to limit the key to; left out, it has every workspace of the organization. */
  workspaceId: idInput('workspace').optional(),
  name: oneLine().min(1).max(120),
  /** All that the key may do; nothing that its maker may not. */
  permissions: z.array(z.enum(permissions)).min(1).max(permissions.length),
  /** Moment from which it is refused, ISO 8601 in UTC; left out, it does not end. */
  expiresAt: z.iso.datetime().optional(),
});
export const apiKeyCreateOutput = apiKeyOutput.extend({
  /** The key itself, to send as `Authorization: Bearer <secret>`. Shown this once. */
  secret: z.string(),
});
export const apiKeyListInput = z.strictObject({ ...pageInput, organizationId: idInput('organization') });
export const apiKeyRevokeInput = z.strictObject({ id: idInput('apiKey') });

export type ApiKey = z.infer<typeof apiKeyOutput>;
