import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { toPublicId, type Message, type Uuid } from '@tabard/contract';
import { composeReply, threadHeaders } from '@tabard/email';
import { planReply } from '#features/outreach/delivery';
import { addressHash, isSuppressed } from '#features/outreach/suppression';
import { fail, newId, type WriteScope } from '#kernel';
import { fileSentAnswer } from './file-sent-answer.job.ts';
import { messageColumns, messageTables, shapeMessage, type MessageRow } from './conversation-row.ts';

interface ThreadRow {
  lead_id: Uuid | null;
  counterpart_address: string;
  counterpart_name: string;
  subject: string;
  mailbox_id: Uuid;
  address: string | null;
  display_name: string;
}
/** The mail that is answered: the last one a person wrote, or the last of all. */
interface PreviousRow {
  message_id: string;
  in_reply_to: string | null;
  references: string[];
  direction: 'in' | 'out';
  class: string;
  from_name: string;
  from_address: string;
  subject: string;
  text: string;
  sent_at: Date;
}

const findThread = `
  select c.lead_id, c.counterpart_address, c.counterpart_name, c.subject, c.mailbox_id, m.address, m.display_name
    from conversation c left join mailbox m on m.workspace_id = c.workspace_id and m.id = c.mailbox_id
         and m.archived_at is null and m.state <> 'paused'
   where c.workspace_id = $1 and c.id = $2 for update of c`;
const findPrevious = `
  select message_id, in_reply_to, "references", direction, class, from_name, from_address, subject, text, sent_at from message
   where workspace_id = $1 and conversation_id = $2
   order by (direction = 'in' and class in ('human', 'unsubscribe')) desc, sent_at desc, id desc limit 1`;

/** How much of the answered mail is quoted below the answer. */
const longestQuote = 20_000;

/**
 * Answers in a conversation: the mail joins the thread in the recipient's program, too, and leaves through the conversation's
 * mailbox. Refused when the person asked not to be contacted.
 */
export async function replyConversation(scope: WriteScope, input: { id: Uuid; text: string }): Promise<Message> {
  const { workspaceId, sql } = scope;
  const [thread] = await sql<ThreadRow>(findThread, [workspaceId, input.id]);
  if (!thread) return fail('conversation.not_found');
  if (thread.address === null) return fail('conversation.no_mailbox');
  const [previous] = await sql<PreviousRow>(findPrevious, [workspaceId, input.id]);
  const byPerson = previous?.direction === 'in' && ['human', 'unsubscribe'].includes(previous.class);
  const to = byPerson
    ? { name: previous.from_name, address: previous.from_address }
    : { name: thread.counterpart_name, address: thread.counterpart_address };
  const [{ stopped } = { stopped: false }] = await sql<{ stopped: boolean }>(
    `select ${isSuppressed('$1', '$2')} or ${isSuppressed('$1', '$3')} as stopped`,
    [
      workspaceId,
      addressHash(scope.app, workspaceId, to.address),
      addressHash(scope.app, workspaceId, thread.counterpart_address),
    ],
  );
  if (stopped) fail('conversation.recipient_suppressed');

  const id = newId();
  const from = { name: thread.display_name, address: thread.address };
  const messageId = `${newId()}@${thread.address.slice(thread.address.lastIndexOf('@') + 1)}`;
  const now = scope.app.ports.clock.now();
  const headers = previous
    ? threadHeaders({
        messageId: previous.message_id,
        inReplyTo: previous.in_reply_to,
        references: previous.references,
        subject: previous.subject || thread.subject,
      })
    : { subject: thread.subject };
  const quoted = byPerson ? quote(previous) : '';
  const raw = composeReply({
    ...headers,
    from,
    to,
    messageId,
    date: now,
    text: input.text + (quoted && `\n\n${quoted}`),
  });
  await sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to, "references",
                          from_name, from_address, recipients, subject, text, quoted, sent_at)
     values ($1, $2, $3, $4, 'out', 'sending', 'human', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      workspaceId,
      id,
      input.id,
      thread.mailbox_id,
      messageId,
      previous?.message_id ?? null,
      'references' in headers ? headers.references.map((one) => one.slice(1, -1)) : [],
      from.name,
      from.address,
      JSON.stringify([to]),
      headers.subject,
      input.text,
      quoted,
      now,
    ],
  );
  await sql(
    `update conversation set preview = $3, last_message_at = greatest(last_message_at, $4), message_count = message_count + 1,
            unread = false where workspace_id = $1 and id = $2`,
    [workspaceId, input.id, input.text.replace(/\s+/g, ' ').slice(0, 200), now],
  );
  await planReply(scope, {
    mailboxId: thread.mailbox_id,
    to: to.address,
    subject: headers.subject,
    messageId,
    raw,
    inboxMessageId: id,
    leadId: thread.lead_id,
  });
  // Kept as received mail is: under the hash that the delivery knows it by.
  const key = `${workspaceId}/mail/${createHash('sha256').update(raw).digest('hex')}`;
  await scope.app.ports.blobs.put(key, Readable.from([raw]), { maxBytes: raw.byteLength });
  scope.enqueue(fileSentAnswer, { workspaceId, messageId }, { delayMs: 3_000 });
  const conversationId = toPublicId('conversation', input.id);
  scope.emit('message.sent', { conversationId, messageId: toPublicId('message', id), state: 'sending' });
  scope.emit('conversation.updated', { conversationId, unread: false });
  const [row] = await sql<MessageRow>(
    `select ${messageColumns} from ${messageTables} where m.workspace_id = $1 and m.id = $2`,
    [workspaceId, id],
  );
  return shapeMessage(row!); // inserted above
}

/** The answered mail as mail programs quote it. */
function quote(mail: PreviousRow): string {
  const day = mail.sent_at.toISOString().slice(0, 10);
  const lines = mail.text.slice(0, longestQuote).trimEnd().split('\n');
  return `On ${day}, ${mail.from_name || mail.from_address} wrote:\n${lines.map((line) => `> ${line}`).join('\n')}`;
}
