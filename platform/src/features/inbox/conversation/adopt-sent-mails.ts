import type { Uuid } from '@tabard/contract';
import { parseMail } from '@tabard/email';
import { deliveriesOfLead, readPacked, type PackPlace } from '#features/outreach/delivery';
import { newId, type WriteScope } from '#kernel';
import { bareId, cleanText } from './incoming.rules.ts';

interface SentMail extends PackPlace {
  id: Uuid;
  message_id: string;
  subject: string;
  sent_at: Date;
}

/** Puts what we sent to a lead before their first answer at the beginning of the conversation, as it left. */
export async function adoptSentMails(
  scope: WriteScope,
  thread: { conversationId: Uuid; mailboxId: Uuid; leadId: Uuid; campaignId: Uuid | null },
): Promise<void> {
  const sent = await scope.sql<SentMail>(
    `select id, message_id, subject, pack_id, pack_start, pack_size, sent_at from ${deliveriesOfLead('$1', '$2')}
      where mailbox_id = $3 and campaign_id is not distinct from $4
        and state = 'accepted' and pack_id is not null order by sent_at`,
    [scope.workspaceId, thread.leadId, thread.mailboxId, thread.campaignId],
  );
  const bytes = await readPacked(scope.sql, scope.workspaceId, new Map(sent.map((mail) => [mail, mail])));
  for (const [mail, raw] of bytes) await adopt(scope, thread, mail, raw);
  await scope.sql(
    `update conversation set message_count = (select count(*) from message m where m.workspace_id = $1 and m.conversation_id = $2)
      where workspace_id = $1 and id = $2`,
    [scope.workspaceId, thread.conversationId],
  );
}

async function adopt(
  scope: WriteScope,
  { conversationId, mailboxId }: { conversationId: Uuid; mailboxId: Uuid },
  sent: SentMail,
  raw: Uint8Array,
): Promise<void> {
  const mail = await parseMail(raw);
  const people = mail.to.map(({ name, address }) => ({ name: cleanText(name, 200), address: cleanText(address, 254) }));
  await scope.sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to,
                          from_name, from_address, recipients, subject, text, delivery_id, sent_at)
     values ($1, $2, $3, $4, 'out', 'sent', 'human', $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [
      scope.workspaceId,
      newId(),
      conversationId,
      mailboxId,
      sent.message_id,
      mail.inReplyTo ? cleanText(bareId(mail.inReplyTo), 255) : null,
      cleanText(mail.from?.name ?? '', 200),
      cleanText(mail.from?.address ?? '', 254),
      JSON.stringify(people),
      sent.subject,
      cleanText(mail.text, 500_000).trim(),
      sent.id,
      sent.sent_at,
    ],
  );
}
