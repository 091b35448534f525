import { ownershipTransferInput, ownershipTransferOutput } from '@tabard/contract/identity/role';
import { organizationMutation, router } from '#kernel';
import { transferOwnership } from './transfer-ownership.ts';

export const ownershipRouter = router({
  /**
   * Hands the ownership of a workspace or an organization to another of its active members, and makes you there what you say. You
   * confirm first that it is you; both are told by mail.
   */
  transfer: organizationMutation({
    permission: 'member.manage',
    input: ownershipTransferInput,
    output: ownershipTransferOutput,
    handler: transferOwnership,
  }),
});
