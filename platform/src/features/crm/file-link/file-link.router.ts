import {
  fileLinkCreateInput,
  fileLinkIdInput,
  fileLinkListInput,
  fileLinkListOutput,
  fileLinkMadeOutput,
  fileLinkOutput,
} from '@tabard/contract/crm/file-link';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { createLink, listLinks, revokeLink } from './manage-links.ts';

const permission = 'file.write';

export const fileLinkRouter = router({
  /** Lists the links of a file, the newest first; those that ended stay for ninety days. */
  list: workspaceQuery({ permission, input: fileLinkListInput, output: fileLinkListOutput, handler: listLinks }),
  /** Makes a link by which somebody outside gets a file until it expires. The address is said this once. */
  create: workspaceMutation({
    permission,
    input: fileLinkCreateInput,
    output: fileLinkMadeOutput,
    handler: createLink,
  }),
  /** Takes a link back; it leads nowhere from then on. */
  revoke: workspaceMutation({ permission, input: fileLinkIdInput, output: fileLinkOutput, handler: revokeLink }),
});
