import { addressParser } from 'postal-mime';
import { normalizeAddress, withoutTag } from './address.ts';
import { type StoredMail } from './mail-schema.ts';
import { type MailStore } from './mail-store.ts';
import { parseMail } from './parse-mail.ts';

export interface Delivery {
  raw: Buffer;
  envelopeFrom: string;
  envelopeTo: string[];
  /** The account that authenticated; empty for mail from the outside world (simulated people and mail systems). */
  submittedBy: string;
  /** The mailbox that takes it in when nobody ever logged in as the recipient, as a catch-all would. */
  catchAll?: string;
}

/** Stores a message and puts it into the INBOX of every recipient; returns one mail for each. */
export async function deliver(store: MailStore, delivery: Delivery): Promise<StoredMail[]> {
  const parsed = await parseMail(delivery.raw);
  const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value ?? '';
  const [from] = addressParser(header('from'));
  const to = addressParser(header('to'));
  const blob = await store.write(delivery.raw);
  const receivedAt = Date.now();
  return delivery.envelopeTo.map((recipient) => {
    store.mailboxes.addEntry(mailboxFor(store, recipient, delivery.catchAll), 'INBOX', blob, [], receivedAt);
    return store.addMail({
      blob,
      envelopeFrom: delivery.envelopeFrom,
      recipient,
      envelopeTo: delivery.envelopeTo,
      submittedBy: delivery.submittedBy,
      fromName: from?.name ?? '',
      fromAddress: normalizeAddress(from?.address ?? ''),
      toName: to.find((one) => normalizeAddress(one.address ?? '') === recipient)?.name ?? '',
      subject: parsed.subject ?? '',
      messageId: parsed.messageId ?? '',
      inReplyTo: parsed.inReplyTo ?? '',
      receivedAt,
      size: delivery.raw.length,
    });
  });
}

function mailboxFor(store: MailStore, recipient: string, catchAll: string | undefined): string {
  if (store.isAccount(recipient)) return recipient;
  const base = withoutTag(recipient);
  return store.isAccount(base) || !catchAll ? base : catchAll;
}
