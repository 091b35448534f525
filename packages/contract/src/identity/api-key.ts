import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { moment } from '../moment.ts';
import { pageInput } from '../page.ts';
import { permissions } from '../permissions.ts';

const networkForms = [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()];
/** An address, or a network of addresses, as people write it. */
const networkInput = z
  .string()
  .trim()
  .max(50)
  .refine(
    (text) => networkForms.some((form) => form.safeParse(text).success),
    'Give an address or a network, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32.',
  );
/** Seconds in seven days. */
const longestOverlap = 604_800;

const name = oneLine().min(1).max(120);

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
  /** The secrets that open it now, the newest first; two while an old one is being replaced, none once the key has ended. */
  secrets: z.array(
    z.object({
      /** Its last four characters. */
      hint: z.string(),
      /** Moment it was made, ISO 8601 in UTC; `null` where that is not known of the older one. */
      createdAt: z.iso.datetime().nullable(),
      /** Moment from which it is refused by itself; `null` for as long as the key holds. */
      endsAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Whether it opens anything: `ended` once it was revoked or its time is over. */
  state: z.enum(['active', 'ended']),
  /** Addresses and networks that it may be used from; empty for anywhere. */
  networks: z.array(z.string()),
  /** All that the key may do. */
  permissions: z.array(z.enum(permissions)),
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** Last moment a request came with it, exact to a minute; `null` before the first. */
  lastUsedAt: z.iso.datetime().nullable(),
  /** Network address of that request; `null` before the first. */
  lastUsedFrom: z.string().nullable(),
  /** Moment from which it is refused; `null` for never. */
  expiresAt: z.iso.datetime().nullable(),
  /** Moment it was revoked; `null` while it is not. */
  revokedAt: z.iso.datetime().nullable(),
});

export const apiKeyCreateInput = z.strictObject({
  /** The organization it is for; left out, that of the workspace. */
  organizationId: idInput('organization').optional(),
  /** The one workspace to limit the key to; left out, it has every workspace of the organization. With neither, that of the request. */
  workspaceId: idInput('workspace').optional(),
  name,
  /** All that the key may do; nothing that its maker may not. */
  permissions: z.array(z.enum(permissions)).min(1).max(permissions.length),
  /** Moment from which it is refused, ISO 8601 in UTC; left out, it does not end. */
  expiresAt: moment.optional(),
  /** Addresses and networks to use it from, such as `203.0.113.0/24` or `2001:db8::/32`; left out, from anywhere. */
  networks: z.array(networkInput).max(50).optional(),
});
export const apiKeyCreateOutput = apiKeyOutput.extend({
  /** The key itself, to send as `Authorization: Bearer <secret>`. Shown this once. */
  secret: z.string(),
});
export const apiKeyListInput = z.strictObject({
  ...pageInput,
  /** The organization whose keys are meant; left out, that of the request's workspace. */
  organizationId: idInput('organization').optional(),
  /** Which keys; all given conditions must hold. */
  filter: z
    .strictObject({
      /** Only keys that hold, or only those that were revoked or whose time is over. */
      state: z.enum(['active', 'ended']).optional(),
    })
    .optional(),
});
export const apiKeyUpdateInput = z.strictObject({
  id: idInput('apiKey'),
  name: name.optional(),
  /** Addresses and networks to use it from, instead of those before; an empty list for anywhere. */
  networks: z.array(networkInput).max(50).optional(),
  /** Moment from which it is refused, ISO 8601 in UTC; `null` for never. */
  expiresAt: moment.nullable().optional(),
});
export const apiKeyRotateInput = z.strictObject({
  id: idInput('apiKey'),
  /** Seconds for which the secret before works beside the new one, at most seven days; 0 ends it at once. */
  overlap: z.int().min(0).max(longestOverlap).default(86_400),
});
export const apiKeyRevokeInput = z.strictObject({ id: idInput('apiKey') });

/** What a key can be given that you make. */
export const apiKeyGrantableOutput = z.object({
  /** All that you can give it. */
  permissions: z.array(z.enum(permissions)),
  /** The organization whose every workspace it can have; `null` where it can only have yours. */
  branch: z
    .object({
      id: idOutput('organization'),
      /** What it is called among organizations. */
      name: z.string(),
    })
    .nullable(),
});

export type ApiKey = z.infer<typeof apiKeyOutput>;
export type ApiKeyGrantable = z.infer<typeof apiKeyGrantableOutput>;
