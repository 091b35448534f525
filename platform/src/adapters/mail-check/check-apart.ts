import type { Config } from '#config';
import type { MailboxReader, MailServer, MailTransport } from '#ports';
import { createThreadPool } from '#threads';

export interface CheckQuestion {
  by: 'mailTransport' | 'mailboxReader';
  server: MailServer;
  settings: Config['sending'];
}
type Verdict = Awaited<ReturnType<MailboxReader['check']>>;

const threads = createThreadPool<CheckQuestion, Verdict>({
  program: new URL('check-thread.ts', import.meta.url),
  size: 4,
  memoryMb: 128,
});
/** Beyond what the exchanges of a check may take together. */
const longestMs = 180_000;

/** The same ports with checks of servers in a thread: whatever one answers, the loop that answers requests does not notice. */
export function checkingApart(
  ports: { mailTransport: MailTransport; mailboxReader: MailboxReader },
  settings: Config['sending'],
): typeof ports {
  const check = (by: CheckQuestion['by']) => (server: MailServer) =>
    threads.run({ by, server, settings }, longestMs).catch((error: unknown) => ({
      ok: false as const,
      code: 'unreachable' as const,
      message: `${server.host} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    }));
  return {
    mailTransport: { ...ports.mailTransport, check: check('mailTransport') },
    mailboxReader: { ...ports.mailboxReader, check: check('mailboxReader') },
  };
}
