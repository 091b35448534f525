import type { Uuid } from '@tabard/contract';
import type { CallScope } from '#kernel';
import type { ArrivedMail, MailSource } from '#ports';
import { ThreadFailure } from '#threads';
import { unreadDigest, type MailDigest } from './digest-mail.ts';
import { fileMail } from './file-mail.ts';
import { beginAttempt, moveOn, takeBackAttempt, type MailPlace } from './mail-attempt.ts';
import { readingMs, readMailApart } from './read-mail-apart.ts';

/** Reads a mail apart from this loop. */
export type ReadApart = typeof readMailApart;

/** Tries to read a mail; after them it is filed as unreadable. */
const mostReads = 2;
/** Tries to fetch it: connections break for reasons of their own, too. */
const mostFetches = 8;

/**
 * Takes in a mail that has arrived. Each try is counted before it begins, so that a mail which ends the process is not tried for ever:
 * what cannot be read, fetched or filed as it is, is filed with what is known of it, and the reading goes on behind it.
 */
export async function takeMail(
  scope: CallScope,
  mailboxId: Uuid,
  mail: ArrivedMail,
  readApart: ReadApart = readMailApart,
): Promise<void> {
  const { uidValidity, uid, receivedAt } = mail;
  const place: MailPlace = { mailboxId, uidValidity, uid };
  const file = (digest: MailDigest, source: MailSource | null, alone = false) =>
    fileMail(scope, {
      mailboxId,
      digest,
      raw: source?.raw ?? null,
      cut: source?.cut,
      receivedAt,
      position: place,
      alone,
    });
  if ((await beginAttempt(scope, place, 'fetches')) > mostFetches) {
    scope.app.log.error({ mailboxId, uid }, 'a received mail cannot be fetched; it is filed without its words');
    await fileUnread(scope, place, [
      () => file(unreadDigest(Buffer.from(`${mailboxId}/${uidValidity}/${uid}`)), null, true),
    ]);
    return;
  }
  const beginRead = () => beginAttempt(scope, place, 'reads');
  const source = await mail.fetch();
  // Somebody else has deleted it between the search and now.
  if (!source) return scope.write((write) => moveOn(write, mailboxId, place));
  for (let tries = await beginRead(); tries <= mostReads; tries = await beginRead())
    try {
      // Rich text is the part that goes wrong; words alone are better than none.
      const digest = await readApart(source.raw, tries === 1 ? 'mail' : 'text', readingMs.mail);
      await file(digest, source);
      return;
    } catch (error) {
      if (!isOfTheMail(error)) {
        await takeBackAttempt(scope, place, 'reads').catch(() => undefined);
        throw error;
      }
      scope.app.log.warn({ err: error, mailboxId, uid }, 'a received mail could not be read');
    }
  const headers = () => readApart(source.raw, 'headers', readingMs.headers);
  await fileUnread(scope, place, [
    async () => file(await headers(), source),
    async () => file(await headers(), source, true),
    () => file(unreadDigest(source.raw), source, true),
  ]);
}

/**
 * Files a mail with what its headers tell, by itself where what follows from it is refused, and without them where they are what is
 * wrong with it. What is left then is our own: should even that be refused, the mail waits, and the mailbox says that it does not go on.
 */
async function fileUnread(scope: CallScope, place: MailPlace, ways: (() => Promise<unknown>)[]): Promise<void> {
  let cause: unknown;
  for (const way of ways)
    try {
      await way();
      return;
    } catch (error) {
      if (!isOfTheMail(error)) throw error;
      scope.app.log.error({ err: error, ...place }, 'a received mail could not be filed');
      cause = error;
    }
  // Fetching it is not what failed; it is fetched again as often as it takes.
  await takeBackAttempt(scope, place, 'fetches');
  throw new Error('A mail cannot be kept here. It is tried again; tell those who run the service.', { cause });
}

/** Whether the same mail will fail again: it exceeds its bounds, its data is refused, or our own code stumbles over it. */
function isOfTheMail(error: unknown): boolean {
  if (error instanceof ThreadFailure || error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(22|23|54)/.test(code);
}
