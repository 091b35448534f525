import { toPublicId, type Delivery, type Page, type Uuid, type deliveryListInput } from '@tabard/contract';
import type { z } from 'zod';
import { byId, fail, readPage, type ReadScope } from '#kernel';
import { troubleStates } from './delivery.entity.ts';
import { deliveriesOfLead } from './deliveries-of-lead.ts';

interface DeliveryRow {
  id: Uuid;
  campaign_id: Uuid | null;
  lead_id: Uuid | null;
  mailbox_id: Uuid;
  step_id: Uuid | null;
  to_address: string;
  subject: string;
  state: Delivery['state'];
  reply: string | null;
  attempts: number;
  due_at: Date | null;
  created_at: Date;
  sent_at: Date | null;
}

const columns =
  'id, campaign_id, lead_id, mailbox_id, step_id, to_address, subject, state, reply, attempts, due_at, created_at, sent_at';

/** Mails that were or will be sent, newest first. */
export function listDeliveries(scope: ReadScope, input: z.output<typeof deliveryListInput>): Promise<Page<Delivery>> {
  const values: unknown[] = [scope.workspaceId];
  return readPage(scope, input, {
    columns,
    from: input.leadId ? deliveriesOfLead('$1', `$${values.push(input.leadId)}`) : 'delivery',
    where: [
      'workspace_id = $1',
      ...(input.campaignId ? [`campaign_id = $${values.push(input.campaignId)}`] : []),
      ...(input.state ? [`state = $${values.push(input.state)}`] : []),
      ...(troubleStates.some((state) => state === input.state) ? ['troubled'] : []),
      ...(input.state === 'planned' ? ['due_at is not null'] : []),
    ],
    values,
    ...byId<DeliveryRow>('desc'),
    shape,
  });
}

/** One mail. */
export async function getDelivery(
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  { id }: { id: Uuid },
): Promise<Delivery> {
  const [row] = await scope.read<DeliveryRow>(`select ${columns} from delivery where workspace_id = $1 and id = $2`, [
    scope.workspaceId,
    id,
  ]);
  return row ? shape(row) : fail('delivery.not_found');
}

function shape(row: DeliveryRow): Delivery {
  return {
    id: toPublicId('delivery', row.id),
    campaignId: row.campaign_id && toPublicId('campaign', row.campaign_id),
    leadId: row.lead_id && toPublicId('lead', row.lead_id),
    mailboxId: toPublicId('mailbox', row.mailbox_id),
    stepId: row.step_id && toPublicId('step', row.step_id),
    to: row.to_address,
    subject: row.subject,
    state: row.state,
    reply: row.reply,
    attempts: row.attempts,
    dueAt: (row.due_at ?? row.created_at).toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}
