import type { Uuid } from '@tabard/contract';
import { escapeHtml, parseMail, sanitiseHtml } from '@tabard/email';
import { deliveriesOfLead, readPacked, splitFooter, type PackPlace } from '#features/outreach/delivery';
import { mailLinks, withoutTracking, type MailLinks } from '#features/outreach/tracking';
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
  const links = mailLinks(scope.app);
  for (const [mail, raw] of bytes) await adopt(scope, thread, mail, await readSent(links, raw));
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
  mail: Awaited<ReturnType<typeof readSent>>,
): Promise<void> {
  const people = mail.to.map(({ name, address }) => ({ name: cleanText(name, 200), address: cleanText(address, 254) }));
  await scope.sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to,
                          from_name, from_address, recipients, subject, text, html, blocked_images, footer, delivery_id, sent_at)
     values ($1, $2, $3, $4, 'out', 'sent', 'human', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing`,
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
      mail.html,
      mail.blockedImages,
      mail.footer,
      sent.id,
      sent.sent_at,
    ],
  );
}

/** A mail of ours as its recipient saw it, for those who look at it here: what tracks is gone, its end stands apart. */
async function readSent(links: MailLinks, raw: Uint8Array) {
  const mail = await parseMail(raw);
  const whole = withoutTracking(links, cleanText(mail.html ?? '', 1_000_000), escapeHtml);
  const { body, footer } = splitFooter(whole);
  const shown = (html: string): string => sanitiseHtml(html, { allowRemoteImages: true }).html;
  return {
    ...mail,
    text: withoutTracking(links, mail.text),
    html: body ? shown(body) : null,
    blockedImages: sanitiseHtml(body, { allowRemoteImages: false }).blockedImages,
    footer: footer && shown(footer),
  };
}
