import {
  invitationCreateInput,
  invitationCreateOutput,
  invitationLinkInput,
  invitationLinkOutput,
  invitationListInput,
  invitationOutput,
  invitationResendInput,
  invitationRevokeInput,
  pageOf,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { createInvitations } from './create-invitations.ts';
import { createLink } from './create-link.ts';
import { listInvitations } from './list-invitations.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';

export const invitationRouter = router({
  /** Invites people to a workspace or an organization with a role that is at most your own. Each address is answered for itself. */
  create: organizationMutation({
    permission: 'member.manage',
    mints: true,
    input: invitationCreateInput,
    output: invitationCreateOutput,
    handler: createInvitations,
  }),
  /** Lists the invitations of a workspace or an organization, newest first, and what became of their mails. */
  list: organizationQuery({
    permission: 'member.read',
    input: invitationListInput,
    output: pageOf(invitationOutput),
    handler: listInvitations,
  }),
  /** Sends the mail of an invitation once more and makes it good for seven days. */
  resend: organizationMutation({
    permission: 'member.manage',
    mints: true,
    input: invitationResendInput,
    output: invitationOutput,
    handler: resendInvitation,
  }),
  /** Makes a further link of an open invitation, to hand over yourself. It is in this answer only. */
  createLink: organizationMutation({
    permission: 'member.manage',
    mints: true,
    input: invitationLinkInput,
    output: invitationLinkOutput,
    handler: createLink,
  }),
  /** Withdraws an invitation; its links are good for nothing from then on. */
  revoke: organizationMutation({
    permission: 'member.manage',
    input: invitationRevokeInput,
    output: invitationOutput,
    handler: revokeInvitation,
  }),
});
