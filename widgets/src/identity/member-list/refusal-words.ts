import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of members and invitations. */
export const refusalWords: CodeWords = {
  'member.role_exceeded': () =>
    msg('Nobody can give a role above their own, or change somebody who has one. Ask somebody who has that role.'),
  'member.role_misplaced': () => msg('This role is for a whole organization. Choose another one for a workspace.'),
  'member.last_owner': () =>
    msg('Nobody else has the highest role here. Give it to another person first, then change or remove this one.'),
  'member.inherited': () =>
    msg('This person belongs to an organization above. Whoever manages that organization can change it there.'),
  'member.beyond_reach': () =>
    msg(
      'This person also belongs to a place that you do not administer, or has a higher role than yours somewhere. Ask an administrator of the organization above.',
    ),
  'member.is_you': () => msg('This is you. Change how you sign in in your own account, or ask another administrator.'),
  'member.deactivated': () => msg('This person is deactivated here. Reactivate them first.'),
  'role.not_found': () => msg('This role is no longer there. Choose another one.'),
  'ownership.not_owner': () => msg('Only who owns this workspace as a member of it can hand it over.'),
  'ownership.role_wrong': () => msg('This role owns the workspace. Choose a lesser one for yourself.'),
  'invitation.not_open': () => msg('This invitation was accepted or withdrawn. Invite the person again if need be.'),
};
