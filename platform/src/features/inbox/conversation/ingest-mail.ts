import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { toPublicId, type Uuid } from '@tabard/contract';
import {
  classifyMail,
  normaliseAddress,
  parseMail,
  replyIntent,
  sanitiseHtml,
  threadKeys,
  visibleReply,
  type Classification,
  type ParsedMail,
} from '@tabard/email';
import { newId, type CallScope, type WriteScope } from '#kernel';
import { adoptSentMails } from './adopt-sent-mails.ts';
import { findAnsweredMail, findLastMail, findThread, threadSubject, type AnsweredMail } from './find-thread.ts';
import { bareId, cleanText, isByPerson, isReport, storedId } from './incoming.rules.ts';
import { settleReceived } from './settle-received.ts';

export interface IngestInput {
  mailboxId: Uuid;
  raw: Uint8Array;
  receivedAt: Date;
  /** Where the mailbox is read on; kept in the same transaction. */
  position?: { uidValidity: string; uid: number };
}

/** What became of a received mail; `null` ids when it was known already, or concerns nobody here. */
export interface Ingested {
  conversationId: Uuid | null;
  messageId: Uuid | null;
  class: Classification['class'];
}

const longestText = 500_000;
const longestHtml = 1_000_000;
const largestMail = 100 * 1024 * 1024;

interface Incoming extends IngestInput {
  mail: ParsedMail;
  report: Classification;
  id: string;
  subject: string;
  sender: string;
  /** Ids of mails it refers to, the strongest first. */
  ids: string[];
}

/**
 * Takes in one received mail: finds its conversation, stores it and does what follows from it, in one transaction with the
 * reading position. The same mail taken in again changes nothing.
 */
export async function ingestMail(scope: CallScope, input: IngestInput): Promise<Ingested> {
  const mail = await parseMail(input.raw);
  const report = classifyMail(mail);
  const written = mail.from?.address ?? '';
  const incoming: Incoming = {
    ...input,
    mail,
    report,
    id: storedId(mail, input.raw),
    subject: cleanText(mail.subject, 1_000),
    sender: normaliseAddress(written) ?? cleanText(written.toLowerCase(), 254),
    ids: [...new Set([report.originalMessageId, ...threadKeys(mail)].filter((id) => id !== null).map(bareId))].slice(
      0,
      50,
    ),
  };
  const key = `${scope.workspaceId}/mail/${createHash('sha256').update(input.raw).digest('hex')}`;
  await scope.app.ports.blobs.put(key, Readable.from([input.raw]), { maxBytes: largestMail });
  return scope.write(async (write) => {
    const result = await takeIn(write, incoming);
    await write.sql(
      `update mailbox set uid_validity = coalesce($3, uid_validity), last_uid = coalesce($4, last_uid),
              last_received_at = greatest(last_received_at, $5) where workspace_id = $1 and id = $2`,
      [
        write.workspaceId,
        input.mailboxId,
        input.position?.uidValidity ?? null,
        input.position?.uid ?? null,
        input.receivedAt,
      ],
    );
    return result;
  });
}

async function takeIn(scope: WriteScope, incoming: Incoming): Promise<Ingested> {
  const { workspaceId, sql } = scope;
  const { mailboxId, report, sender, ids } = incoming;
  const nothing: Ingested = { conversationId: null, messageId: null, class: report.class };
  // Two readers of one mailbox, or the same mail in two of its folders, come one after the other.
  await sql('select pg_advisory_xact_lock(hashtextextended($1, 1))', [mailboxId]);
  const [known] = await sql<{ own: boolean }>(
    `select false as own from message where workspace_id = $1 and mailbox_id = $2 and message_id = $3
     union all select true from mailbox where workspace_id = $1 and id = $2 and address = $4`,
    [workspaceId, mailboxId, incoming.id, sender],
  );
  if (known) return nothing;

  const lead = await findLead(scope, sender);
  const referred = await findAnsweredMail(sql, workspaceId, ids);
  const answered =
    referred ??
    (lead && !isReport(report.class) ? await findLastMail(sql, workspaceId, { mailboxId, leadId: lead }) : null);
  // Reports about mails that were never ours are backscatter of somebody's forgeries.
  if (isReport(report.class) && !referred) return nothing;
  const leadId = answered?.lead_id ?? lead;
  const counterpart = isReport(report.class) ? answered!.to_address : sender; // reports without a mail ended above
  const subject = isReport(report.class) ? answered!.subject : incoming.subject; // likewise
  const found = await findThread(sql, workspaceId, { mailboxId, ids, answered: referred, counterpart, subject });
  if (!found && !leadId && !isByPerson(report.class)) return nothing;

  const conversationId = found ?? newId();
  if (!found) await openConversation(scope, { ...incoming, conversationId, leadId, answered, counterpart, subject });
  if (!found && leadId && answered)
    await adoptSentMails(scope, { conversationId, mailboxId, leadId, campaignId: answered.campaign_id });
  const messageId = await addMessage(scope, incoming, conversationId);
  await settleReceived(scope, { report, sender, leadId, answered, conversationId });
  scope.emit('message.received', {
    conversationId: toPublicId('conversation', conversationId),
    messageId: toPublicId('message', messageId),
    class: report.class,
  });
  scope.emit('conversation.updated', { conversationId: toPublicId('conversation', conversationId), unread: true });
  return { conversationId, messageId, class: report.class };
}

async function findLead(scope: WriteScope, email: string): Promise<Uuid | null> {
  const [lead] = await scope.sql<{ id: Uuid }>(
    'select id from lead where workspace_id = $1 and email = $2 and archived_at is null',
    [scope.workspaceId, email],
  );
  return lead?.id ?? null;
}

interface NewConversation extends Incoming {
  conversationId: Uuid;
  leadId: Uuid | null;
  answered: AnsweredMail | null;
  counterpart: string;
}

async function openConversation(scope: WriteScope, thread: NewConversation): Promise<void> {
  const name = isReport(thread.report.class) ? '' : (thread.mail.from?.name ?? '');
  await scope.sql(
    `insert into conversation (workspace_id, id, mailbox_id, lead_id, campaign_id, counterpart_address, counterpart_name,
                               subject, thread_subject, last_class, last_message_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      scope.workspaceId,
      thread.conversationId,
      thread.mailboxId,
      thread.leadId,
      thread.answered?.campaign_id ?? null,
      thread.counterpart,
      cleanText(name, 200),
      thread.subject,
      threadSubject(thread.subject),
      thread.report.class,
      thread.receivedAt,
    ],
  );
}

async function addMessage(scope: WriteScope, incoming: Incoming, conversationId: Uuid): Promise<Uuid> {
  const { mail, report, receivedAt } = incoming;
  const id = newId();
  const body = cleanText(mail.text, longestText);
  const visible = isByPerson(report.class) ? visibleReply(body) : { reply: body, quoted: '' };
  const text = visible.reply || (visible.quoted ? '' : body.trim());
  const html = mail.html ? sanitiseHtml(cleanText(mail.html, longestHtml), { allowRemoteImages: false }) : null;
  const people = (list: ParsedMail['to']) =>
    list.slice(0, 100).map(({ name, address }) => ({ name: cleanText(name, 200), address: cleanText(address, 254) }));
  const files = mail.attachments
    .filter((file) => !isReport(report.class) || !file.type.startsWith('message/'))
    .slice(0, 100)
    .map(({ name, type, size }) => ({ name: cleanText(name, 255), type: cleanText(type, 100), size }));
  await scope.sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to, "references",
                          from_name, from_address, recipients, subject, text, quoted, html, blocked_images, attachments, sent_at)
     values ($1, $2, $3, $4, 'in', 'received', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      scope.workspaceId,
      id,
      conversationId,
      incoming.mailboxId,
      report.class,
      incoming.id,
      mail.inReplyTo ? cleanText(bareId(mail.inReplyTo), 255) : null,
      mail.references.slice(-50).map((one) => cleanText(bareId(one), 998)),
      cleanText(mail.from?.name ?? '', 200),
      cleanText(mail.from?.address ?? '', 254),
      JSON.stringify(people([...mail.to, ...mail.cc])),
      incoming.subject,
      text,
      visible.quoted,
      html?.html ?? null,
      html?.blockedImages ?? 0,
      JSON.stringify(files),
      receivedAt,
    ],
  );
  await scope.sql(
    `update conversation set unread = true, message_count = message_count + 1, last_class = $3, human = human or $4,
            intent = coalesce($5, intent), preview = $6, last_message_at = greatest(last_message_at, $7),
            state = case when $4 then 'open' else state end
      where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      conversationId,
      report.class,
      isByPerson(report.class),
      isByPerson(report.class) ? replyIntent(body) : null,
      (text || incoming.subject).replace(/\s+/g, ' ').trim().slice(0, 200),
      receivedAt,
    ],
  );
  return id;
}
