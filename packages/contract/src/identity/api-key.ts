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
  name: z.string(),
  hint: z.string(),
  permissions: z.array(z.enum(permissions)),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});

export const apiKeyCreateInput = z.strictObject({
  organizationId: idInput('organization'),
  workspaceId: idInput('workspace').optional(),
  name: oneLine().min(1).max(120),
  permissions: z.array(z.enum(permissions)).min(1).max(permissions.length),
  expiresAt: z.iso.datetime().optional(),
});
export const apiKeyCreateOutput = apiKeyOutput.extend({ secret: z.string() });
export const apiKeyListInput = z.strictObject({ ...pageInput, organizationId: idInput('organization') });
export const apiKeyRevokeInput = z.strictObject({ id: idInput('apiKey') });

export type ApiKey = z.infer<typeof apiKeyOutput>;
