import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { brandOutput } from '../brand.ts';
import { idOutput } from '../ids.ts';
import { permissions, roles, type Role } from '../permissions.ts';
import { embedConfiguration } from './embed-configuration.ts';

export const signInInput = z.strictObject({
  email: emailAddress,
  password: z.string().min(1).max(1024),
  /**
   * Where the person is, as a host's server sees it: wrong passwords are then counted for the person and not for the server. Heard only
   * from a caller with an API key.
   */
  address: z.union([z.ipv4(), z.ipv6()]).optional(),
});

/** The token is a bearer token; it is shown once. */
export const signInOutput = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  user: z.object({ id: idOutput('user'), email: z.string(), name: z.string() }),
});

/** Who is calling, and what they may do in the workspace that the request names. */
export const currentSessionOutput = z.object({
  kind: z.enum(['user', 'api_key', 'embed_session']),
  user: z.object({ id: z.string(), email: z.string().nullable(), name: z.string() }).nullable(),
  organization: z.object({ id: idOutput('organization'), name: z.string() }),
  workspace: z
    .object({
      id: idOutput('workspace'),
      name: z.string(),
      timeZone: z.string(),
      locale: z.string(),
      brand: brandOutput,
      /** Colours of the elements by token, computed from the brand's. Left out by an older platform. */
      palette: z.object({ light: z.record(z.string(), z.string()), dark: z.record(z.string(), z.string()) }).optional(),
    })
    .nullable(),
  permissions: z.array(z.enum(permissions)),
  /** Widgets the embed session is limited to; `null` means all. */
  widgets: z.array(z.string()).nullable(),
  /** What the widgets show by default here, with everything inherited filled in; left out where nothing is configured. */
  configuration: embedConfiguration.optional(),
  memberships: z.array(
    z.object({
      role: z.enum(roles as [Role, ...Role[]]),
      organizationId: idOutput('organization'),
      organizationName: z.string(),
      workspaceId: idOutput('workspace').nullable(),
      workspaceName: z.string().nullable(),
    }),
  ),
});

export type CurrentSession = z.infer<typeof currentSessionOutput>;
