import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of roles. */
export const refusalWords: CodeWords = {
  'role.not_found': () => msg('This role is no longer there. Choose another one.'),
  'role.permission_exceeded': () => msg('Nobody makes or changes a role that holds more than they do.'),
  'role.permission_misplaced': () => msg('Organizations are managed from an organization. Make this role there.'),
  'role.name_taken': () => msg('Another role here is called so, or a built-in one. Choose another name.'),
  'role.too_many': () => msg('There are 100 roles here already. Remove those that nobody needs.'),
  'role.in_use': () => msg('Somebody has this role. Choose what they are from then on.'),
  'role.successor_wrong': () => msg('A role cannot follow itself. Choose another one.'),
  'member.role_exceeded': () => msg('Nobody can give a role that holds more than they do. Choose another one.'),
  'member.role_misplaced': () => msg('This role is for a whole organization. Choose another one for a workspace.'),
};
