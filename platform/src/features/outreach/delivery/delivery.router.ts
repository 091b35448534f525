import { deliveryDecideInput, deliveryGetInput, deliveryListInput, deliveryOutput, pageOf } from '@tabard/contract';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { decideDelivery } from './decide-delivery.ts';
import { getDelivery, listDeliveries } from './read-deliveries.ts';

/** Outbound mails: exactly one per enrollment and step. */
export const deliveryRouter = router({
  /** Mails of a campaign, a lead or the whole workspace, newest first. */
  list: workspaceQuery({
    permission: 'campaign.read',
    input: deliveryListInput,
    output: pageOf(deliveryOutput),
    handler: listDeliveries,
  }),
  /** One mail and the server's last words about it. */
  get: workspaceQuery({
    permission: 'campaign.read',
    input: deliveryGetInput,
    output: deliveryOutput,
    handler: getDelivery,
  }),
  /** Decides a mail whose outcome is unknown: it arrived, send the same bytes again, or give it up. */
  decide: workspaceMutation({
    permission: 'campaign.launch',
    input: deliveryDecideInput,
    output: deliveryOutput,
    handler: decideDelivery,
  }),
});
