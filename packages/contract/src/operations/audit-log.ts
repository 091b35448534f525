import { z } from 'zod';
import { idOutput } from '../ids.ts';
import { moment } from '../moment.ts';
import { pageInput, pageOf } from '../page.ts';
import { actorOutput } from './timeline.ts';

/** Which entries: all that are given must hold. */
export const auditLogFilter = z.strictObject({
  /** Only actions of such actors. */
  actorKind: z.enum(['user', 'api_key', 'embed_session', 'job']).optional(),
  /** The public id of the person, key or session. */
  actorId: z.string().max(200).optional(),
  /** The name of an action, such as `leads.update` or `sessions.signIn`; with a star all of a kind, such as `leads.*`. */
  action: z.string().max(128).optional(),
  /** The public id of something the action was about. */
  subject: z.string().max(64).optional(),
  /** `ok`, or the code with which the action was refused. */
  outcome: z.string().max(64).optional(),
  /** The earliest moment, included, ISO 8601. */
  from: moment.optional(),
  /** The first moment after those meant, ISO 8601. */
  until: moment.optional(),
});

export const auditLogListInput = z.strictObject({
  /** Actions in the workspace, or those above workspaces of the caller's organization. */
  scope: z.enum(['workspace', 'organization']).default('workspace'),
  /** Which entries; all given conditions must hold. */
  filter: auditLogFilter.optional(),
  ...pageInput,
});

const values = z.record(z.string(), z.unknown()).nullable();

/** One action. Secrets and personal data stand as `[redacted]`. */
export const auditLogEntry = z.object({
  /** Id of the entry; starts with "aud_". */
  id: z.string(),
  /** Moment of the action, ISO 8601 in UTC. */
  at: z.string(),
  /** Who acted; `null` where nobody was signed in. */
  actor: actorOutput.nullable(),
  /** The host's own user for whom an embed session acted. */
  onBehalfOf: z.string().nullable(),
  /** Name of the action, such as `leads.update`. */
  action: z.string(),
  /** `ok`, or the code with which it was refused. */
  outcome: z.string(),
  /** Network address it came from; `null` for jobs. */
  ip: z.string().nullable(),
  /** What the program that asked calls itself; `null` where it did not say. */
  userAgent: z.string().nullable(),
  /** Id of the request, as the answer's `requestId` and logs have it. */
  requestId: z.string().nullable(),
  /** Public ids of what the action was about. */
  subjects: z.array(z.string()),
  /** What was asked for; `null` where nothing of it is kept. */
  input: values,
  /** The fields that changed as they were before; `null` where the action did not change one thing. */
  before: values,
  /** The same fields as they were after. */
  after: values,
});

/** One action. */
export type AuditLogEntry = z.infer<typeof auditLogEntry>;

export const auditLogListOutput = pageOf(auditLogEntry);

/** How far the caller can look. */
export const auditLogReachOutput = z.object({
  /** The organization above whose acts can be read besides those of the workspace; `null` where they cannot. */
  organization: z
    .object({
      id: idOutput('organization'),
      /** What it is called among organizations. */
      name: z.string(),
    })
    .nullable(),
});
export type AuditLogReach = z.infer<typeof auditLogReachOutput>;
