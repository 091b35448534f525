import { defineFeature } from '#kernel';
import { invitationLookRoute, invitationPageRoute, invitationRoute } from './invitation-route.ts';
import { InvitationSchema, invitationRetention } from './invitation.entity.ts';

/** Somebody who was asked to become a member, and the page where they do. */
export const invitationFeature = defineFeature({
  name: 'invitation',
  entities: [InvitationSchema],
  routes: [invitationPageRoute, invitationLookRoute, invitationRoute],
  retention: [invitationRetention],
});

export { invitationSample } from './invitation-mail.ts';
export { invitationRouter } from './invitation.router.ts';
export { invitationContent } from './invitation-mail.ts';
export { builtInNames } from './invitation-mail-words.ts';
export { succeedInvitations } from './succeed-invitations.ts';
