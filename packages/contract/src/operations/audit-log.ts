import { z } from 'zod';
import { pageInput, pageOf } from '../page.ts';
import { actorOutput } from './timeline.ts';

/** A moment that the database can hold: no year 0, and no clock 16 hours or more from UTC. */
const moment = z.iso
  .datetime({ offset: true })
  .refine(
    (value) => value >= '0001' && !/[+-](?:1[6-9]|2\d):\d\d$/.test(value),
    'Give a moment from the year 1 on, less than 16 hours from UTC.',
  );

/** Which entries: all that are given must hold. */
export const auditLogFilter = z.strictObject({
  actorKind: z.enum(['user', 'api_key', 'embed_session', 'job']).optional(),
  /** The public id of the person, key or session. */
  actorId: z.string().max(200).optional(),
  /** The name of an action, such as `leads.update` or `sessions.signIn`. */
  action: z.string().max(128).optional(),
  /** The public id of something the action was about. */
  subject: z.string().max(64).optional(),
  /** `ok`, or the code with which the action was refused. */
  outcome: z.string().max(64).optional(),
  from: moment.optional(),
  until: moment.optional(),
});

/** `scope`: actions of the workspace, or those above workspaces of the caller's organization. */
export const auditLogListInput = z.strictObject({
  scope: z.enum(['workspace', 'organization']).default('workspace'),
  filter: auditLogFilter.optional(),
  ...pageInput,
});

const values = z.record(z.string(), z.unknown()).nullable();

/** One action. Secrets and personal data stand as `[redacted]`. */
export const auditLogEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: actorOutput.nullable(),
  /** The host's own user for whom an embed session acted. */
  onBehalfOf: z.string().nullable(),
  action: z.string(),
  outcome: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  /** Public ids of what the action was about. */
  subjects: z.array(z.string()),
  input: values,
  /** The fields that changed, before and after, where the action changed one thing. */
  before: values,
  after: values,
});

/** One action. */
export type AuditLogEntry = z.infer<typeof auditLogEntry>;

export const auditLogListOutput = pageOf(auditLogEntry);
