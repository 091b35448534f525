import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { permissions } from '../permissions.ts';
import { widgetNames } from '../widget-names.ts';

/** What one widget may do in an embed session. Left out, the widget has all that the session's permissions allow. */
const widgetGrant = z.strictObject({
  permissions: z.array(z.enum(permissions)).optional(),
});

/** The host's own user, for the trace: who did what in the embedded product. */
export const embedUser = z.strictObject({
  externalId: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  email: emailAddress.optional(),
});

/** Widgets a session may show, each with its grants. */
export const widgetGrants = z
  .partialRecord(z.enum(widgetNames), widgetGrant)
  .refine((value) => Object.keys(value).length > 0, 'Name at least one widget.');

export const embedSessionCreateInput = z.strictObject({
  workspaceId: idInput('workspace'),
  user: embedUser,
  widgets: widgetGrants,
  /** Origins of the pages that may use the session, such as https://portal.example.com. */
  origins: z.array(z.string().max(300)).min(1).max(20),
  /** Seconds the session lives, 60 to 900. */
  expiresIn: z.int().min(60).max(900).default(600),
});
/** `clientSecret` goes to the page; it is short-lived and bound to the origins. */
export const embedSessionCreateOutput = z.object({
  id: idOutput('embedSession'),
  clientSecret: z.string(),
  expiresAt: z.iso.datetime(),
});
export const embedSessionOutput = z.object({
  id: idOutput('embedSession'),
  workspaceId: idOutput('workspace'),
  user: z.object({ externalId: z.string(), name: z.string(), email: z.string().nullable() }),
  widgets: z.array(z.string()),
  origins: z.array(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export const embedSessionListInput = z.strictObject({ ...pageInput, workspaceId: idInput('workspace') });
export const embedSessionRevokeInput = z.strictObject({ id: idInput('embedSession') });

export type EmbedSession = z.infer<typeof embedSessionOutput>;
