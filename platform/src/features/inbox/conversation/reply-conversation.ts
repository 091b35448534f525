import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { toPublicId, type Message, type Uuid } from '@tabard/contract';
import { composeReply, escapeHtml, threadHeaders, type MailAddress } from '@tabard/email';
import { planReply } from '#features/outreach/delivery';
import { addressHash, isSuppressed } from '#features/outreach/suppression';
import { fail, newId, type App, type WriteScope } from '#kernel';
import { fileSentAnswer } from './file-sent-answer.job.ts';
import { messageColumns, messageTables, shapeMessage, type MessageRow } from './conversation-row.ts';
import { bareId, isByPerson, isSamePerson, storedAddress } from './incoming.rules.ts';
import { offeredRecipients, type Correspondence } from './recipients.rules.ts';

/** How much of the answered mail is quoted below the answer. */
const longestQuote = 20_000;

interface ThreadRow {
  lead_id: Uuid | null;
  counterpart_address: string;
  counterpart_name: string;
  subject: string;
  mailbox_id: Uuid;
  address: string | null;
  display_name: string;
  signature: string | null;
}
interface PreviousRow extends Correspondence {
  message_id: string;
  in_reply_to: string | null;
  references: string[];
  subject: string;
  text: string;
  sent_at: Date;
}

const findThread = `
  select c.lead_id, c.counterpart_address, c.counterpart_name, c.subject, c.mailbox_id, m.address, m.display_name, m.signature
    from conversation c left join mailbox m on m.workspace_id = c.workspace_id and m.id = c.mailbox_id
         and m.archived_at is null and m.state <> 'paused'
   where c.workspace_id = $1 and c.id = $2 for update of c`;
/** The newest messages, without more of their text than is quoted. */
const findMessages = `
  select message_id, in_reply_to, "references", direction, class, from_name, from_address, reply_to, subject,
         left(text, ${longestQuote}) as text, sent_at
    from message where workspace_id = $1 and conversation_id = $2 order by sent_at desc, id desc limit 200`;

/**
 * Answers in a conversation: the mail joins the thread in the recipient's program, too, and leaves through the conversation's
 * mailbox. It goes to the one the conversation is with, unless another of its addresses is chosen. Refused when the person asked not
 * to be contacted.
 */
export async function replyConversation(
  scope: WriteScope,
  input: { id: Uuid; text: string; to?: string },
): Promise<Message> {
  const { workspaceId, sql } = scope;
  const [thread] = await sql<ThreadRow>(findThread, [workspaceId, input.id]);
  if (!thread) return fail('conversation.not_found');
  if (thread.address === null) return fail('conversation.no_mailbox');
  const messages = await sql<PreviousRow>(findMessages, [workspaceId, input.id]);
  const to = chooseRecipient(thread, messages, input.to);
  const answer = composeAnswer(
    scope.app,
    { ...thread, address: thread.address },
    answeredBy(messages, to),
    to,
    input.text,
  );
  await refuseSuppressed(scope, [answer.to.address, thread.counterpart_address]);
  await storeAnswer(scope, input.id, thread.mailbox_id, answer);
  const { deliveryId } = await planReply(scope, {
    mailboxId: thread.mailbox_id,
    to: answer.to.address,
    subject: answer.subject,
    messageId: answer.messageId,
    raw: answer.raw,
    inboxMessageId: answer.id,
    leadId: thread.lead_id,
  });
  await sql('update message set delivery_id = $3 where workspace_id = $1 and id = $2', [
    workspaceId,
    answer.id,
    deliveryId,
  ]);
  // Kept as received mail is: under the hash that the delivery knows it by.
  const key = `${workspaceId}/mail/${createHash('sha256').update(answer.raw).digest('hex')}`;
  await scope.app.ports.blobs.put(key, Readable.from([answer.raw]), { maxBytes: answer.raw.byteLength });
  scope.enqueue(fileSentAnswer, { workspaceId, messageId: answer.messageId }, { delayMs: 3_000 });
  const conversationId = toPublicId('conversation', input.id);
  scope.emit('message.sent', { conversationId, messageId: toPublicId('message', answer.id), state: 'sending' });
  scope.emit('conversation.updated', { conversationId, unread: false });
  const [row] = await sql<MessageRow>(
    `select ${messageColumns} from ${messageTables} where m.workspace_id = $1 and m.id = $2`,
    [workspaceId, answer.id],
  );
  return shapeMessage(row!); // inserted above
}

type Answer = ReturnType<typeof composeAnswer>;

/** The first of the offered addresses, or the one that was chosen among them. */
function chooseRecipient(thread: ThreadRow, messages: PreviousRow[], chosen: string | undefined): MailAddress {
  const counterpart = { name: thread.counterpart_name, address: thread.counterpart_address };
  const offered = offeredRecipients({ counterpart, mailbox: thread.address ?? '' }, messages);
  if (offered.length === 0) return fail('conversation.no_recipient');
  return (
    // Without a choice it is the counterpart, known since the conversation began, or nobody.
    offered.find(({ address }) => address === storedAddress(chosen ?? counterpart.address)) ??
    fail('conversation.recipient_not_offered', {
      details: [{ path: 'to', message: `Choose one of: ${offered.map(({ address }) => address).join(', ')}.` }],
    })
  );
}

/** The mail that is answered: the last one of the recipient, or the last of our own; never what somebody else wrote in the thread. */
function answeredBy(messages: PreviousRow[], to: MailAddress): PreviousRow | undefined {
  const ofRecipient = messages.filter(
    (one) =>
      one.direction === 'in' &&
      [one.from_address, ...one.reply_to.map(({ address }) => address)].some((address) =>
        isSamePerson(storedAddress(address), to.address),
      ),
  );
  return (
    ofRecipient.find((one) => isByPerson(one.class)) ??
    messages.find((one) => one.direction === 'out') ??
    ofRecipient[0]
  );
}

type ThreadWithMailbox = ThreadRow & { address: string };

function composeAnswer(
  app: App,
  thread: ThreadWithMailbox,
  previous: PreviousRow | undefined,
  to: MailAddress,
  text: string,
) {
  const byPerson = previous?.direction === 'in' && isByPerson(previous.class);
  const headers = previous
    ? threadHeaders({
        messageId: previous.message_id,
        inReplyTo: previous.in_reply_to,
        references: previous.references,
        subject: previous.subject || thread.subject,
      })
    : { subject: thread.subject, references: [] };
  const from = { name: thread.display_name, address: thread.address };
  const messageId = `${newId()}@${thread.address.slice(thread.address.lastIndexOf('@') + 1)}`;
  const date = app.ports.clock.now();
  const quoted = byPerson ? quote(previous) : '';
  // The line before a signature lets mail programs tell it from the text (RFC 3676).
  const signature = thread.signature?.trim() ?? '';
  const body = [text, signature && `-- \n${signature}`, quoted].filter(Boolean).join('\n\n');
  const raw = composeReply({ ...headers, from, to, messageId, date, text: body });
  return {
    id: newId(),
    ...headers,
    from,
    to,
    messageId,
    date,
    text,
    quoted,
    footer: signature ? escapeHtml(signature).replaceAll(/\r?\n/g, '<br>') : null,
    raw,
    answers: previous?.message_id ?? null,
  };
}

async function refuseSuppressed({ app, sql, workspaceId }: WriteScope, addresses: string[]): Promise<void> {
  const [answer] = await sql<{ stopped: boolean }>(
    `select exists (select from unnest($2::text[]) as a(hash) where ${isSuppressed('$1', 'a.hash')}) as stopped`,
    [workspaceId, addresses.map((address) => addressHash(app, workspaceId, address))],
  );
  if (answer?.stopped) fail('conversation.recipient_suppressed');
}

async function storeAnswer(scope: WriteScope, conversationId: Uuid, mailboxId: Uuid, answer: Answer): Promise<void> {
  await scope.sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to, "references",
                          from_name, from_address, recipients, subject, text, quoted, footer, sent_at)
     values ($1, $2, $3, $4, 'out', 'sending', 'human', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      scope.workspaceId,
      answer.id,
      conversationId,
      mailboxId,
      answer.messageId,
      answer.answers,
      answer.references.map(bareId),
      answer.from.name,
      answer.from.address,
      JSON.stringify([answer.to]),
      answer.subject,
      answer.text,
      answer.quoted,
      answer.footer,
      answer.date,
    ],
  );
  await scope.sql(
    `update conversation set preview = $3, last_message_at = greatest(last_message_at, $4), message_count = message_count + 1,
            unread = false, state = case when state = 'aside' then 'open' else state end where workspace_id = $1 and id = $2`,
    [scope.workspaceId, conversationId, answer.text.replace(/\s+/g, ' ').slice(0, 200), answer.date],
  );
}

/** The answered mail as mail programs quote it. */
function quote(mail: PreviousRow): string {
  const day = mail.sent_at.toISOString().slice(0, 10);
  const lines = mail.text.trimEnd().split('\n');
  return `On ${day}, ${mail.from_name || mail.from_address} wrote:\n${lines.map((line) => `> ${line}`).join('\n')}`;
}
