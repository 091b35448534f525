import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchMessageObject } from 'imapflow';
import type { ArrivedMail, MailboxReaderOptions, MailSource } from '#ports';
import { talk, type BoundedImap } from './bounded-imap.ts';

/** A larger mail is not read whole: what people write is in the beginning. */
export const largestMail = 30 * 1024 * 1024;
const beginning = 2 * 1024 * 1024;
/** Mails asked about in one command. */
const batch = 200;
const fetchMs = 300_000;
/** The time between two looks, however often the server announces mail. */
const restMs = 200;

/** Reads an open connection's inbox from where the last reading ended, and then for ever. Ends by throwing. */
export async function readInbox(imap: BoundedImap, options: MailboxReaderOptions): Promise<never> {
  const { client } = imap;
  const box = await imap.exchange('EXAMINE', talk, () => client.mailboxOpen('INBOX', { readOnly: true }));
  const uidValidity = String(box.uidValidity);
  const known = options.resume?.uidValidity === uidValidity;
  let uid = known ? options.resume!.uid : await startOf(imap, options.since, box.uidNext);
  if (!known) await options.onPosition({ uidValidity, uid });
  let told = false;
  let news = Promise.withResolvers<void>();
  client.on('exists', () => news.resolve());
  for (;;) {
    news = Promise.withResolvers<void>();
    for (const uids of batches(await uidsAfter(imap, uid)))
      for (const mail of await askAbout(imap, uids)) {
        await options.onMail(arrived(imap, uidValidity, mail));
        uid = mail.uid;
      }
    if (!told) options.onReady?.();
    told = true;
    await waitForNews(imap, news.promise, options.pollSeconds);
  }
}

/**
 * The number after which reading begins: before the first mail that arrived since. A new numbering is read from there, too: the caller
 * knows which of those mails it has already.
 */
async function startOf(imap: BoundedImap, since: Date, uidNext: number | undefined): Promise<number> {
  // Servers search by whole days, in a zone of their own.
  const day = new Date(since.getTime() - 86_400_000);
  const found = await search(imap, { since: day });
  for (const uids of batches(found))
    for (const mail of await askAbout(imap, uids)) if (dateOf(mail.internalDate) >= since) return mail.uid - 1;
  if (uidNext) return uidNext - 1;
  // Not every server tells the number that comes next.
  return (await search(imap, { all: true })).at(-1) ?? 0;
}

async function uidsAfter(imap: BoundedImap, uid: number): Promise<number[]> {
  // A search tells what the server knew last; a NOOP makes it look.
  await imap.exchange('NOOP', talk, () => imap.client.noop());
  // `n:*` always contains the last mail, also when its number is lower.
  return (await search(imap, { uid: `${uid + 1}:*` })).filter((next) => next > uid);
}

async function search(imap: BoundedImap, query: { uid?: string; since?: Date; all?: true }): Promise<number[]> {
  const found = await imap.exchange('SEARCH', talk, () => imap.client.search(query, { uid: true }));
  if (!found) throw new Error('The server did not answer the search for mail.');
  return found.toSorted((a, b) => a - b);
}

/** When these mails arrived and how large they are, those that are still there, in the order of their numbers. */
async function askAbout(imap: BoundedImap, uids: number[]): Promise<FetchMessageObject[]> {
  const asked = new Set(uids);
  const mails = await imap.exchange('FETCH', talk, () =>
    imap.client.fetchAll(uids.join(','), { uid: true, internalDate: true, size: true }, { uid: true }),
  );
  // Servers also tell about mails that nobody asked for.
  return mails.filter((mail) => asked.delete(mail.uid)).toSorted((a, b) => a.uid - b.uid);
}

function* batches(uids: number[]): Generator<number[]> {
  for (let at = 0; at < uids.length; at += batch) yield uids.slice(at, at + batch);
}

function arrived(imap: BoundedImap, uidValidity: string, mail: FetchMessageObject): ArrivedMail {
  const cut = (mail.size ?? 0) > largestMail;
  return {
    uidValidity,
    uid: mail.uid,
    receivedAt: dateOf(mail.internalDate),
    async fetch(): Promise<MailSource | null> {
      const maxLength = cut ? beginning : largestMail;
      const bytes = maxLength + talk.bytes;
      const found = await imap.exchange('FETCH', { bytes, ms: fetchMs, isMail: true }, () =>
        imap.client.fetchOne(String(mail.uid), { source: { start: 0, maxLength } }, { uid: true }),
      );
      // Whatever size it stated: what fills the limit has more behind it.
      return found && found.source ? { raw: found.source, cut: cut || found.source.length >= largestMail } : null;
    },
  };
}

/** Waits until the server announces mail (IDLE), or for the interval when it does not. The next command ends IDLE. */
async function waitForNews(imap: BoundedImap, news: Promise<void>, pollSeconds: number): Promise<void> {
  const { client } = imap;
  const timer = new AbortController();
  const ended = Promise.withResolvers<never>();
  const onClose = () => ended.reject(new Error('The server closed the connection.'));
  client.once('close', onClose);
  const wait = (seconds: number) => sleep(seconds * 1000, undefined, { signal: timer.signal });
  try {
    await imap.exchange('IDLE', { bytes: 256 * 1024, ms: pollSeconds * 1000 + 60_000 }, async () => {
      if (!client.usable) onClose();
      else if (client.capabilities.has('IDLE')) client.idle().catch(() => undefined);
      await Promise.race([Promise.all([news, wait(restMs / 1000)]), ended.promise, wait(pollSeconds)]);
    });
  } finally {
    timer.abort();
    client.off('close', onClose);
  }
}

function dateOf(date: Date | string | undefined): Date {
  const read = new Date(date ?? Date.now());
  return Number.isNaN(read.getTime()) ? new Date() : read;
}
