import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { MailboxReaderOptions } from '#ports';

/** More of one mail is not read: what people write is in the beginning. */
const maxMailBytes = 30 * 1024 * 1024;

/** Reads an open connection's inbox from where the last reading ended, and then for ever. Ends by throwing. */
export async function readInbox(client: ImapFlow, options: MailboxReaderOptions): Promise<never> {
  const box = await client.mailboxOpen('INBOX', { readOnly: true });
  const uidValidity = String(box.uidValidity);
  let { uid } = startOf(options.resume, uidValidity, box.uidNext);
  if (options.resume?.uidValidity !== uidValidity) await options.onPosition({ uidValidity, uid });
  let told = false;
  let news = Promise.withResolvers<void>();
  client.on('exists', () => news.resolve());
  for (;;) {
    news = Promise.withResolvers<void>();
    for (const next of await uidsAfter(client, uid)) {
      const mail = await client.fetchOne(
        String(next),
        { source: { start: 0, maxLength: maxMailBytes }, internalDate: true },
        { uid: true },
      );
      // Somebody else may have deleted it between the search and now.
      if (mail && mail.source)
        await options.onMail({ uidValidity, uid: next, raw: mail.source, receivedAt: dateOf(mail.internalDate) });
      uid = next;
    }
    if (!told) options.onReady?.();
    told = true;
    await waitForNews(client, news.promise, options.pollSeconds);
  }
}

/** A new numbering starts from its beginning: the caller knows which of those mails it has already. */
function startOf(resume: MailboxReaderOptions['resume'], uidValidity: string, uidNext: number): { uid: number } {
  if (resume === null) return { uid: uidNext - 1 };
  return resume.uidValidity === uidValidity ? { uid: resume.uid } : { uid: 0 };
}

async function uidsAfter(client: ImapFlow, uid: number): Promise<number[]> {
  // A search tells what the server knew last; a NOOP makes it look.
  await client.noop();
  const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true });
  if (!found) throw new Error('The server did not answer the search for new mail.');
  // `n:*` always contains the last mail, also when its number is lower.
  return found.filter((next) => next > uid).toSorted((a, b) => a - b);
}

/** Waits until the server announces mail (IDLE), or for the interval when it does not. The next command ends IDLE. */
async function waitForNews(client: ImapFlow, news: Promise<void>, pollSeconds: number): Promise<void> {
  const timer = new AbortController();
  const ended = Promise.withResolvers<never>();
  const onClose = () => ended.reject(new Error('The server closed the connection.'));
  client.once('close', onClose);
  try {
    if (!client.usable) onClose();
    else if (client.capabilities.has('IDLE')) client.idle().catch(() => undefined);
    await Promise.race([news, ended.promise, sleep(pollSeconds * 1000, undefined, { signal: timer.signal })]);
  } finally {
    timer.abort();
    client.off('close', onClose);
  }
}

function dateOf(date: Date | string | undefined): Date {
  const read = new Date(date ?? Date.now());
  return Number.isNaN(read.getTime()) ? new Date() : read;
}
