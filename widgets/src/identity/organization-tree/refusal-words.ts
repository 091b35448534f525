import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of places in the tree. */
export const refusalWords: CodeWords = {
  'organization.own': () =>
    msg('This is the organization that you belong to. Whoever manages the one above it can do this.'),
  'organization.below_itself': () => msg('An organization cannot move below itself. Choose another place.'),
  'organization.name_differs': () => msg('This is not the name. Write it exactly as it stands above.'),
  'organization.deletion_begun': () => msg('This place is being deleted, and nothing brings it back.'),
  'organization.to_be_deleted': () =>
    msg('This organization is to be deleted with all below it. Restore it first, or choose another one.'),
  'organization.slug_taken': () => msg('Another organization has this short name. Choose another one.'),
  'organization.external_id_taken': () =>
    msg('Another organization at this place has this external id. Choose another one.'),
  'workspace.external_id_taken': () =>
    msg('Another workspace of this organization has this external id. Choose another one.'),
};
