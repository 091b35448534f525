import type { MailboxReader, MailboxReaderOptions, MailServer } from '#ports';
import { talk, type BoundedImap } from './bounded-imap.ts';
import { connectImap, imapFailure, type ImapLimits } from './connect-imap.ts';
import { readInbox } from './read-inbox.ts';
import { bare, holdsMessage, messageIdOf, sentFolder } from './sent-folder.ts';

/** Reads mailboxes over IMAP: announced by IDLE where the server can, asked for where it cannot. */
export function createImapReader(limits: ImapLimits): MailboxReader {
  /** One visit: connects, works, leaves. */
  const visit = async <T>(server: MailServer, work: (imap: BoundedImap) => Promise<T>): Promise<T> => {
    const imap = await connectImap(server, limits);
    try {
      return await work(imap);
    } finally {
      // Nobody waits for the server's goodbye, and it must come soon.
      const { client } = imap;
      imap.exchange('LOGOUT', { bytes: 64 * 1024, ms: 10_000 }, () => client.logout()).catch(() => client.close());
    }
  };
  return {
    read: (options, signal) => readUntilAborted(options, limits, signal),
    async findSent(server, messageId) {
      try {
        return await visit(server, async (imap) => {
          const sent = await sentFolder(imap);
          for (const path of sent === null ? ['INBOX'] : [sent, 'INBOX'])
            if (await holdsMessage(imap, path, bare(messageId))) return true;
          return sent === null ? null : false;
        });
      } catch {
        return null;
      }
    },
    async appendSent(server, raw) {
      try {
        await visit(server, async (imap) => {
          const sent = await sentFolder(imap);
          if (sent === null) return;
          const messageId = messageIdOf(raw);
          // Some providers file what they send by themselves.
          if (messageId !== null && (await holdsMessage(imap, sent, messageId))) return;
          await imap.exchange('APPEND', { ...talk, ms: 300_000 }, () =>
            imap.client.append(sent, Buffer.from(raw.buffer, raw.byteOffset, raw.length), ['\\Seen']),
          );
        });
      } catch {
        // A copy for people to find; the mail itself has left.
      }
    },
    async check(server) {
      try {
        await visit(server, (imap) =>
          imap.exchange('EXAMINE', talk, () => imap.client.mailboxOpen('INBOX', { readOnly: true })),
        );
        return { ok: true };
      } catch (error) {
        const { code, message } = imapFailure(error, server);
        return { ok: false, code, message };
      }
    },
  };
}

async function readUntilAborted(options: MailboxReaderOptions, limits: ImapLimits, signal: AbortSignal): Promise<void> {
  let imap: BoundedImap | null = null;
  /** What the caller's own work failed with goes out as it is. */
  let own: unknown = null;
  const guarded =
    <T>(work: (value: T) => Promise<void>) =>
    async (value: T): Promise<void> => {
      if (signal.aborted) return;
      await work(value).catch((error: unknown) => {
        own = error;
        throw error;
      });
    };
  try {
    imap = await connectImap(options.server, limits, signal);
    const explained = (error: unknown) => {
      throw imapFailure(error, options.server);
    };
    await readInbox(imap, {
      ...options,
      onMail: guarded((mail) => options.onMail({ ...mail, fetch: () => mail.fetch().catch(explained) })),
      onPosition: guarded(options.onPosition),
    });
  } catch (error) {
    if (error === own) throw error;
    if (!signal.aborted) throw imapFailure(error, options.server);
  } finally {
    imap?.client.close();
  }
}
