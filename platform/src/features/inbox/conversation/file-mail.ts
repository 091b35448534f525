import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { toPublicId, type Uuid } from '@tabard/contract';
import type { MailAddress } from '@tabard/email';
import { newId, type CallScope, type WriteScope } from '#kernel';
import { adoptSentMails } from './adopt-sent-mails.ts';
import type { MailDigest } from './digest-mail.ts';
import { addressesOf, findLead } from './find-lead.ts';
import { findAnsweredMail, findLastMail, findThread, firstMailTo, type AnsweredMail } from './find-thread.ts';
import {
  isBefore,
  isByPerson,
  isKnownCounterpart,
  isReport,
  isSamePerson,
  storedAddress,
  storedId,
  type InboxClass,
} from './incoming.rules.ts';
import { moveOn, type MailPlace } from './mail-attempt.ts';
import { openQuestion, questionOf } from './open-question.ts';
import { setAside } from './set-aside.ts';
import { settleReceived } from './settle-received.ts';
import { addMessage, openConversation } from './store-message.ts';

/** A received mail that was read, as far as it could be. */
export interface ReadMail {
  mailboxId: Uuid;
  digest: MailDigest;
  /** As it came; null when it could not even be fetched. */
  raw: Uint8Array | null;
  /** Whether `raw` is only its beginning. */
  cut?: boolean;
  receivedAt: Date;
  /** Where the mailbox is read on; kept in the same transaction. */
  position?: { uidValidity: string; uid: number };
  /** Whether it is put down by itself: nothing is looked for that it could be about, and nothing follows from it. */
  alone?: boolean;
}

/** What became of a received mail; `null` ids when it was known already, or concerns nobody here and was set aside. */
export interface Filed {
  conversationId: Uuid | null;
  messageId: Uuid | null;
  class: InboxClass;
}

/** A mail on its way into the inbox. */
export interface Incoming extends ReadMail {
  id: string;
  sourceHash: string | null;
  /** Who wrote it; the address is empty when it does not say. */
  sender: MailAddress;
  /** Whether a form on our own site wrote it in the name of somebody. */
  byForm: boolean;
}

const largestMail = 100 * 1024 * 1024;

/**
 * Files a mail: finds its conversation, stores it and does what follows from it, in one transaction with the reading position. The
 * same mail filed again changes nothing.
 */
export async function fileMail(scope: CallScope, mail: ReadMail): Promise<Filed> {
  return scope.write(async (write) => {
    const filed = await takeIn(write, mail);
    const place: MailPlace | null = mail.position ? { mailboxId: mail.mailboxId, ...mail.position } : null;
    await moveOn(write, mail.mailboxId, place, mail.receivedAt);
    return filed;
  });
}

/** Keeps a mail as it came; gives the hash that it is kept under. */
async function keepSource({ app, workspaceId }: WriteScope, raw: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(raw).digest('hex');
  await app.ports.blobs.put(`${workspaceId}/mail/${hash}`, Readable.from([raw]), { maxBytes: largestMail });
  return hash;
}

async function takeIn(scope: WriteScope, mail: ReadMail): Promise<Filed> {
  const { workspaceId, sql } = scope;
  const { mailboxId, digest } = mail;
  const nothing: Filed = { conversationId: null, messageId: null, class: digest.report.class };
  // Two readers of one mailbox, or the same mail in two of its folders, come one after the other.
  await sql('select pg_advisory_xact_lock(hashtextextended($1, 1))', [mailboxId]);
  const [mailbox] = await sql<{ address: string; created_at: Date }>(
    'select address, created_at from mailbox where workspace_id = $1 and id = $2',
    [workspaceId, mailboxId],
  );
  if (!mailbox) return nothing;
  const id = storedId(digest.messageId, mail.raw ?? Buffer.from(JSON.stringify(mail.position ?? digest.contentHash)));
  const [known] = await sql(
    `select from message where workspace_id = $1 and mailbox_id = $2 and message_id = $3 and content_hash in ($4, '')`,
    [workspaceId, mailboxId, id, digest.contentHash],
  );
  if (known) return nothing;
  const origin = originOf(digest, mailbox.address);
  // What we sent has its own record; a copy of it that came back tells nothing.
  if (!origin && (await findAnsweredMail(sql, workspaceId, [id]))) return nothing;
  const incoming = origin && { ...mail, ...origin, id, sourceHash: null };
  const bearings =
    incoming && (mail.alone ? aboutNobody(incoming) : await takeBearings(scope, incoming, mailbox.created_at));
  if (!bearings) {
    await setAside(scope, { ...mail, id });
    return nothing;
  }
  const sourceHash = mail.raw && (await keepSource(scope, mail.raw));
  return store(scope, { ...incoming, sourceHash }, bearings);
}

/** Who wrote a mail; null when it is our own. A web form sends in our name and says with `Reply-To` whose words they are. */
function originOf(digest: MailDigest, own: string): Pick<Incoming, 'sender' | 'byForm'> | null {
  const from = digest.from && { name: digest.from.name, address: storedAddress(digest.from.address) };
  if (from?.address !== own) return { sender: from ?? { name: '', address: '' }, byForm: false };
  const author = digest.replyTo.find(({ address }) => storedAddress(address) !== own);
  return author ? { sender: { name: author.name, address: storedAddress(author.address) }, byForm: true } : null;
}

/** What a mail is about, as far as we know it. */
export interface Bearings {
  leadId: Uuid | null;
  answered: AnsweredMail | null;
  conversationId: Uuid | null;
  /** Who the thread is with: whom we wrote to, not who claims to answer. */
  counterpart: MailAddress;
  subject: string;
  /** Whether it can be about our mails: it is no older than the first of them. */
  isFresh: boolean;
  /** Whether it is the word of the one we wrote to. */
  isTheirs: boolean;
}

const aboutNobody = ({ sender, digest: { subject } }: Incoming): Bearings => ({
  leadId: null,
  answered: null,
  conversationId: null,
  counterpart: sender,
  subject,
  isFresh: true,
  isTheirs: false,
});

/** Finds what a mail is about; null when it concerns nobody here. */
async function takeBearings(scope: WriteScope, incoming: Incoming, mailboxMade: Date): Promise<Bearings | null> {
  const { workspaceId, sql } = scope;
  const { mailboxId, digest, sender } = incoming;
  const { ids, report } = digest;
  const lead = await findLead(sql, workspaceId, sender.address);
  const referred = await findAnsweredMail(sql, workspaceId, ids);
  // Reports about mails that were never ours are backscatter of somebody's forgeries.
  if (isReport(report.class) && !referred) return null;
  const answered = referred ?? (lead ? await findLastMail(sql, workspaceId, { mailboxId, leadId: lead.id }) : null);
  const leadId = answered?.lead_id ?? lead?.id ?? null;
  const first = leadId === null ? null : await firstMailTo(sql, workspaceId, leadId);
  const written = digest.moment === null ? incoming.receivedAt : new Date(digest.moment);
  // Who refers to a mail of ours has seen it. Other mails from before our first one are the mailbox's past, which comes by when its
  // mails are moved or numbered anew.
  const began = first && first < mailboxMade ? first : mailboxMade;
  if (!referred && isBefore(written, began)) return null;
  const counterpart = counterpartOf(sender, referred?.to_address ?? lead?.email ?? sender.address);
  const subject = isReport(report.class) ? answered!.subject : digest.subject; // reports without a mail ended above
  const conversationId = await findThread(sql, workspaceId, {
    mailboxId,
    ids,
    answered: referred,
    counterpart: counterpart.address,
    subject,
  });
  const isFiled =
    conversationId || leadId || isByPerson(report.class) || report.class === 'unreadable' || !sender.address;
  if (!isFiled) return null;
  const isFresh = referred !== null || !isBefore(written, first ?? mailboxMade);
  const isTheirs =
    !incoming.byForm &&
    isKnownCounterpart(sender.address, {
      addresses: [referred?.to_address ?? lead?.email, ...(await addressesOf(sql, workspaceId, leadId))],
      refersToOurs: referred !== null,
      disowned: digest.disowned,
    });
  return { leadId, answered, conversationId, counterpart, subject, isFresh, isTheirs };
}

const counterpartOf = (sender: MailAddress, address: string): MailAddress => ({
  name: isSamePerson(sender.address, address) ? sender.name : '',
  address,
});

async function store(scope: WriteScope, incoming: Incoming, bearings: Bearings): Promise<Filed> {
  const { mailboxId, digest, sender } = incoming;
  const { leadId, answered, isFresh } = bearings;
  const { report } = digest;
  const conversationId = bearings.conversationId ?? newId();
  if (!bearings.conversationId) {
    await openConversation(scope, incoming, bearings, conversationId);
    if (leadId && answered)
      await adoptSentMails(scope, { conversationId, mailboxId, leadId, campaignId: answered.campaign_id });
  }
  const messageId = await addMessage(scope, incoming, conversationId, isFresh);
  if (isFresh) {
    const question = questionOf(report, { concernsUs: Boolean(leadId ?? answered), isTheirs: bearings.isTheirs });
    if (question) await openQuestion(scope, { conversationId, leadId, question });
    await settleReceived(scope, { report, sender: sender.address, leadId, answered, conversationId, question });
  }
  const publicId = toPublicId('conversation', conversationId);
  scope.emit('message.received', {
    conversationId: publicId,
    messageId: toPublicId('message', messageId),
    class: report.class,
  });
  scope.emit('conversation.updated', { conversationId: publicId, unread: isFresh });
  return { conversationId, messageId, class: report.class };
}
