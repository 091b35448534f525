import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { madeRoleOutput, placeInput, placeOutput, roleSchema } from './member.ts';

/** `open` until it is accepted, revoked, or seven days old. */
export const invitationStates = ['open', 'expired', 'accepted', 'revoked'] as const;

/** Somebody who was asked to become a member. */
export const invitationOutput = z.object({
  id: idOutput('invitation'),
  email: z.string(),
  /** A built-in role, or the id of one that was made. */
  role: roleSchema,
  /** The role that was made, if it is one; `null` for a built-in one. Where its name is `null`, the invitation can neither be accepted nor sent again. */
  madeRole: madeRoleOutput.nullable(),
  ...placeOutput,
  state: z.enum(invitationStates),
  /** Who invited; empty when a key did. */
  invitedBy: z.string(),
  /** Whether the caller may send it again, revoke it, or make a link of it. */
  canManage: z.boolean(),
  /** What became of the last mail of it. `unset`: this installation sends no mails of its own; hand the link over yourself. */
  mail: z.object({ state: z.enum(['waiting', 'sent', 'failed', 'unset']), problem: z.string().nullable() }).nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/**
 * What became of one address. `invited`; `renewed`: it was invited before, and the same invitation is good for seven days again;
 * `member`: the person is a member already; `invalid`: it is no email address.
 */
const invited = z.object({
  /** The address as it was understood; as it was written where it is none. */
  email: z.string(),
  /** What became of it: `invited`, `renewed`, `member` or `invalid`. */
  outcome: z.enum(['invited', 'renewed', 'member', 'invalid']),
  /** The open invitation; `null` where there is none. */
  invitation: invitationOutput.nullable(),
  /** The link for the person, once, for those who may see it. Who has it can take the place. */
  link: z.string().nullable(),
});

export const invitationCreateInput = z.strictObject({
  /** Up to 50 addresses; each is answered for itself. */
  emails: z.array(z.string().trim().min(1).max(320)).min(1).max(50),
  role: roleSchema,
  ...placeInput,
});
export const invitationCreateOutput = z.object({ items: z.array(invited) });

/** The invitations of a workspace or an organization, newest first: those that are open or expired, unless a state is named. */
export const invitationListInput = z.strictObject({
  ...pageInput,
  ...placeInput,
  /** Only invitations that stand like this. */
  state: z.enum(invitationStates).optional(),
});
export const invitationResendInput = z.strictObject({ id: idInput('invitation') });
export const invitationRevokeInput = z.strictObject({ id: idInput('invitation') });
export const invitationLinkInput = z.strictObject({ id: idInput('invitation') });
/** A further link of the same invitation; those before stay good. */
export const invitationLinkOutput = z.object({
  id: idOutput('invitation'),
  /** The address for the person. Who has it can take the place. */
  link: z.string(),
  expiresAt: z.iso.datetime(),
});

export type Invitation = z.infer<typeof invitationOutput>;
export type InvitationAnswer = z.infer<typeof invited>;
