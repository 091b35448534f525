import type { Uuid } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';
import { mailLinks, withoutTracking } from '#features/outreach/tracking';
import { newId, type WriteScope } from '#kernel';
import type { Bearings, Incoming } from './file-mail.ts';
import { threadSubject } from './find-thread.ts';
import { isByPerson } from './incoming.rules.ts';

/** Begins a conversation for a received mail. */
export async function openConversation(
  scope: WriteScope,
  { mailboxId, receivedAt, digest }: Pick<Incoming, 'mailboxId' | 'receivedAt' | 'digest'>,
  {
    leadId,
    answered,
    counterpart,
    subject,
    isFresh,
  }: Pick<Bearings, 'leadId' | 'answered' | 'counterpart' | 'subject' | 'isFresh'>,
  conversationId: Uuid,
  state: 'open' | 'aside' = 'open',
): Promise<void> {
  await scope.sql(
    `insert into conversation (workspace_id, id, mailbox_id, lead_id, campaign_id, counterpart_address, counterpart_name,
                               subject, thread_subject, last_class, last_message_at, unread, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      scope.workspaceId,
      conversationId,
      mailboxId,
      leadId,
      answered?.campaign_id ?? null,
      counterpart.address,
      counterpart.name,
      subject,
      threadSubject(subject),
      digest.report.class,
      receivedAt,
      isFresh,
      state,
    ],
  );
}

/** Puts a received mail into its conversation. One from before our mails changes nothing else about it. */
export async function addMessage(
  scope: WriteScope,
  incoming: Omit<Incoming, 'sender' | 'byForm'>,
  conversationId: Uuid,
  isFresh: boolean,
): Promise<Uuid> {
  const { digest, receivedAt } = incoming;
  const { report } = digest;
  const links = mailLinks(scope.app);
  // What they quote of our mail holds our links.
  const bare = (words: string): string => withoutTracking(links, words);
  const id = newId();
  await scope.sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, content_hash, in_reply_to,
                          "references", from_name, from_address, recipients, reply_to, subject, text, quoted, html, blocked_images,
                          attachments, source_hash, source_cut, sent_at)
     values ($1, $2, $3, $4, 'in', 'received', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [
      scope.workspaceId,
      id,
      conversationId,
      incoming.mailboxId,
      report.class,
      incoming.id,
      digest.contentHash,
      digest.inReplyTo,
      digest.references,
      digest.from?.name ?? '',
      digest.from?.address ?? '',
      JSON.stringify(digest.recipients),
      JSON.stringify(digest.replyTo),
      digest.subject,
      bare(digest.text),
      bare(digest.quoted),
      digest.html && withoutTracking(links, digest.html, escapeHtml),
      digest.blockedImages,
      JSON.stringify(digest.attachments),
      incoming.sourceHash,
      digest.cut || (incoming.cut ?? false),
      receivedAt,
    ],
  );
  await scope.sql(
    `update conversation set unread = unread or $8, message_count = message_count + 1, human = human or $4,
            last_class = case when $8 then $3 else last_class end, intent = case when $8 then coalesce($5, intent) else intent end,
            preview = case when $8 or preview = '' then $6 else preview end, last_message_at = greatest(last_message_at, $7),
            state = case when $4 and $8 then 'open' else state end
      where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      conversationId,
      report.class,
      // What could not be read may be a person's; it must not hide among the mail of machines.
      isByPerson(report.class) || report.class === 'unreadable',
      digest.intent,
      digest.preview,
      receivedAt,
      isFresh,
    ],
  );
  return id;
}
