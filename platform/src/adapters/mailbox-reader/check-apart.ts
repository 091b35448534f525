import type { MailboxReader, MailServer } from '#ports';
import { createThreadPool } from '#threads';
import type { ImapLimits } from './connect-imap.ts';

export interface CheckQuestion {
  server: MailServer;
  limits: ImapLimits;
}
type Verdict = Awaited<ReturnType<MailboxReader['check']>>;

const threads = createThreadPool<CheckQuestion, Verdict>({
  program: new URL('check-thread.ts', import.meta.url),
  size: 4,
  memoryMb: 128,
});
/** Beyond what the exchanges of a check may take together. */
const longestMs = 180_000;

/** A reader that checks servers in a thread: whatever one answers, the loop that answers requests does not notice. */
export function checkingApart(reader: MailboxReader, limits: ImapLimits): MailboxReader {
  const { allowPrivateHosts, connectTimeoutMs } = limits;
  return {
    ...reader,
    check: (server) =>
      threads.run({ server, limits: { allowPrivateHosts, connectTimeoutMs } }, longestMs).catch((error: unknown) => ({
        ok: false,
        code: 'unreachable',
        message: `${server.host} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      })),
  };
}
