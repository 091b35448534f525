import type { conversationDecideInput, ConversationSummary, Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { stopOutreach } from '#features/outreach/campaign';
import { resumeEnrollments } from '#features/outreach/enrollment';
import { suppressAddress } from '#features/outreach/suppression';
import { fail, type WriteScope } from '#kernel';
import { changeConversation } from './change-conversation.ts';

interface AskedRow {
  question: string | null;
  lead_id: Uuid | null;
  campaign_id: Uuid | null;
  counterpart_address: string;
  /** Who wrote last of the people in it. */
  author: string | null;
  lead_email: string | null;
}

/** Answers a conversation's question: what its lead's last mail meant. Answered twice, the first answer counts. */
export async function decideConversation(
  scope: WriteScope,
  { id, decision }: z.output<typeof conversationDecideInput>,
): Promise<ConversationSummary> {
  const { workspaceId, sql } = scope;
  const [asked] = await sql<AskedRow>(
    `select c.question, c.lead_id, c.campaign_id, c.counterpart_address, l.email as lead_email,
            (select m.from_address from message m where m.workspace_id = c.workspace_id and m.conversation_id = c.id
              and m.direction = 'in' and m.class in ('human', 'unsubscribe') and lower(m.from_address) <> b.address order by m.sent_at desc, m.id desc limit 1) as author
       from conversation c join mailbox b on b.workspace_id = c.workspace_id and b.id = c.mailbox_id
       left join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
      where c.workspace_id = $1 and c.id = $2 for update of c`,
    [workspaceId, id],
  );
  if (!asked) return fail('conversation.not_found');
  if (asked.question !== null) {
    if (decision === 'unsubscribe') await unsubscribe(scope, asked);
    else if (asked.lead_id && decision === 'end')
      await stopOutreach(scope, { leadId: asked.lead_id, reason: 'replied' });
    // Lists say from now on what was decided, not what the mail may have meant.
    await sql(
      `update conversation set question = null, last_class = case when $3 = 'unsubscribe' then 'unsubscribe' when last_class = 'unsubscribe' then 'human' else last_class end
        where workspace_id = $1 and id = $2`,
      [workspaceId, id, decision],
    );
    if (asked.lead_id) await resumeUnlessAsked(scope, asked.lead_id);
  }
  return changeConversation(scope, id, 'unread = false');
}

/** The one we wrote to and whoever wrote the mail, as after a wish that needs no asking. */
async function unsubscribe(scope: WriteScope, asked: AskedRow): Promise<void> {
  const addresses = [asked.lead_email ?? asked.counterpart_address, asked.author].filter(Boolean);
  for (const email of new Set(addresses as string[]))
    await suppressAddress(scope, { email, reason: 'unsubscribe', campaignId: asked.campaign_id });
  if (asked.lead_id) await stopOutreach(scope, { leadId: asked.lead_id, reason: 'unsubscribed' });
}

/** Campaigns that go on after replies go on now, unless another conversation of the lead still asks. */
async function resumeUnlessAsked(scope: WriteScope, leadId: Uuid): Promise<void> {
  const [other] = await scope.sql(
    'select from conversation where workspace_id = $1 and lead_id = $2 and question is not null limit 1',
    [scope.workspaceId, leadId],
  );
  if (!other) await resumeEnrollments(scope, leadId);
}
