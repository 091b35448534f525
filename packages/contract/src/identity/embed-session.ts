import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { permissions } from '../permissions.ts';
import { widgetNames } from '../widget-names.ts';

/** What one widget may do in an embed session. Left out, the widget has all that the session's permissions allow. */
const widgetGrant = z.strictObject({
  /** What the widget may do at most; left out, all that the session's permissions allow it. */
  permissions: z.array(z.enum(permissions)).optional(),
});

/** The host's own user, for the trace: who did what in the embedded product. */
export const embedUser = z.strictObject({
  /** The person's id in your own system. */
  externalId: z.string().min(1).max(200),
  /** The person's name, as traces and elements show it. */
  name: z.string().min(1).max(200),
  /** The person's address, where you give it. */
  email: emailAddress.optional(),
});

/** Widgets a session may show, each with its grants. */
export const widgetGrants = z
  .partialRecord(z.enum(widgetNames), widgetGrant)
  .refine((value) => Object.keys(value).length > 0, 'Name at least one widget.');

export const embedSessionCreateInput = z.strictObject({
  workspaceId: idInput('workspace'),
  /** The person of your own system who is signed in. */
  user: embedUser,
  /** Widgets that may be shown, by name, each with its permissions; one at least. */
  widgets: widgetGrants,
  /** Origins of the pages that may use the session, such as https://portal.example.com. */
  origins: z.array(z.string().max(300)).min(1).max(20),
  /** Seconds the session lives, 60 to 900. */
  expiresIn: z.int().min(60).max(900).default(600),
});
/** `clientSecret` goes to the page; it is short-lived and bound to the origins. */
export const embedSessionCreateOutput = z.object({
  id: idOutput('embedSession'),
  /** What the page's `fetchClientSecret` gives; works from the session's origins until it expires. */
  clientSecret: z.string(),
  /** Moment from which it is refused, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
});
export const embedSessionOutput = z.object({
  id: idOutput('embedSession'),
  workspaceId: idOutput('workspace'),
  /** The person of your own system for whom it was made. */
  user: z.object({
    /** The person's id in your own system. */
    externalId: z.string(),
    /** The person's name, as it was given. */
    name: z.string(),
    /** The person's address; `null` where none was given. */
    email: z.string().nullable(),
  }),
  /** Names of the widgets it may show. */
  widgets: z.array(z.string()),
  /** Origins of the pages that may use it. */
  origins: z.array(z.string()),
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** Moment from which it is refused, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
  /** Moment it was revoked; `null` while it is not. */
  revokedAt: z.iso.datetime().nullable(),
});
export const embedSessionListInput = z.strictObject({ ...pageInput, workspaceId: idInput('workspace') });
export const embedSessionRevokeInput = z.strictObject({ id: idInput('embedSession') });

export type EmbedSession = z.infer<typeof embedSessionOutput>;
