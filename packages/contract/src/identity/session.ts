import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { brandOutput } from '../brand.ts';
import { idInput, idOutput } from '../ids.ts';
import { permissions } from '../permissions.ts';
import { embedConfiguration } from './embed-configuration.ts';
import { madeRoleOutput, roleSchema } from './member.ts';

export const signInInput = z.strictObject({
  /** The address the person signs in with. */
  email: emailAddress,
  /** The person's password. */
  password: z.string().min(1).max(1024),
  /** The code that the person's app shows now, or a recovery code; for those who have one. */
  oneTimePassword: z.string().trim().min(6).max(32).optional(),
  /**
   * Where the person is, as a host's server sees it: wrong passwords are then counted for the person and not for the server. Heard only
   * from a caller with an API key.
   */
  address: z.union([z.ipv4(), z.ipv6()]).optional(),
});

export const signInOutput = z.object({
  /** Sent as `Authorization: Bearer <token>`. Shown this once. */
  token: z.string(),
  /** Moment from which it is refused, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
  /** Who signed in. */
  user: z.object({
    id: idOutput('user'),
    /** The address they sign in with. */
    email: z.string(),
    /** Their name. */
    name: z.string(),
  }),
});

/** Who is calling, and what they may do in the workspace that the request names. */
export const currentSessionOutput = z.object({
  /** What the request was signed with: a person's token, an API key or an embed session. */
  kind: z.enum(['user', 'api_key', 'embed_session']),
  /** The person; `null` for an API key. */
  user: z
    .object({
      /** Id of the user; in an embed session the person's id in the host's own system. */
      id: z.string(),
      /** The person's address; `null` where the host gave none. */
      email: z.string().nullable(),
      /** The person's name. */
      name: z.string(),
    })
    .nullable(),
  /** Whether it is a person who signs in here, and so has an account of their own. Left out by an older platform. */
  hasAccount: z.boolean().optional(),
  /** The caller's organization. */
  organization: z.object({
    id: idOutput('organization'),
    /** What it is called among organizations. */
    name: z.string(),
  }),
  /** The workspace that the request names; `null` where it names none. */
  workspace: z
    .object({
      id: idOutput('workspace'),
      /** What it is called among workspaces. */
      name: z.string(),
      /** Its clock: an IANA time zone. */
      timeZone: z.string(),
      /** Language of its mails' footers and its hosted pages: `en`, `fr` or `es`. */
      locale: z.string(),
      /** How it looks and signs, with everything inherited filled in. */
      brand: brandOutput,
      /** Colours of the elements by token, computed from the brand's. Left out by an older platform. */
      palette: z
        .object({
          /** Values of the tokens on light pages, by their names. */
          light: z.record(z.string(), z.string()),
          /** Values of the tokens on dark pages, by their names. */
          dark: z.record(z.string(), z.string()),
        })
        .optional(),
    })
    .nullable(),
  /** All that the caller may do here. */
  permissions: z.array(z.enum(permissions)),
  /** Widgets the embed session is limited to; `null` means all. */
  widgets: z.array(z.string()).nullable(),
  /** What the widgets show by default here, with everything inherited filled in; left out where nothing is configured. */
  configuration: embedConfiguration.optional(),
  /** Where a user is a member, and as what; empty for API keys and embed sessions. */
  memberships: z.array(
    z.object({
      /** What the person is there; decides what they may do. */
      role: roleSchema,
      /** The role that was made, if it is one. Left out by an older platform. */
      madeRole: madeRoleOutput.nullable().optional(),
      organizationId: idOutput('organization'),
      /** What the organization is called. */
      organizationName: z.string(),
      /** The one workspace it is limited to; `null` for every workspace of the organization. */
      workspaceId: idOutput('workspace').nullable(),
      /** What the workspace is called; `null` where it is not limited to one. */
      workspaceName: z.string().nullable(),
    }),
  ),
});

/** Where a person is signed in. */
export const userSessionOutput = z.object({
  id: idOutput('userSession'),
  /** Whether the request came with it. */
  isCurrent: z.boolean(),
  /** What the program calls itself, such as `Firefox`; `null` when it does not say. */
  browser: z.string().nullable(),
  /** What it runs on, such as `Windows`; `null` when it does not say. */
  system: z.string().nullable(),
  /** The kind of device; `null` for what is no browser. */
  kind: z.enum(['desktop', 'tablet', 'mobile']).nullable(),
  /** The network address it began from; `null` where it is not known. */
  address: z.string().nullable(),
  /** Moment it began, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** When it was last used, exact to some minutes, ISO 8601 in UTC. */
  lastSeenAt: z.iso.datetime(),
  /** Moment from which it is refused, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
});
export const userSessionListOutput = z.object({
  /** The sign-ins, the one of the request first. */
  items: z.array(userSessionOutput),
});
export const userSessionEndInput = z.strictObject({ id: idInput('userSession') });
export const userSessionEndOutput = z.object({ id: idOutput('userSession') });
export const userSessionEndOthersOutput = z.object({
  /** Sign-ins that went on until then. */
  ended: z.int(),
});

export type UserSession = z.infer<typeof userSessionOutput>;
export type CurrentSession = z.infer<typeof currentSessionOutput>;
