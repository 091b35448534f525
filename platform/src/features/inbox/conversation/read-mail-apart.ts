import { availableParallelism } from 'node:os';
import { createThreadPool } from '#threads';
import type { MailDigest } from './digest-mail.ts';

export interface DigestQuestion {
  raw: Uint8Array;
  /** All of it, what can be shown as text, or the headers alone. */
  part: 'mail' | 'text' | 'headers';
}

/** Milliseconds that reading a mail, or its headers alone, may take: far more than any sound mail needs on a busy machine. */
export const readingMs = { mail: 30_000, headers: 10_000 } as const;

/** A processor stays for others; still several, so that one tenant's mail that runs into its limit does not hold up all others. */
const threads = createThreadPool<DigestQuestion, MailDigest>({
  program: new URL('digest-thread.ts', import.meta.url),
  size: Math.min(Math.max(availableParallelism() - 1, 2), 4),
  memoryMb: 384,
});

/**
 * Reads a mail in a thread, within bounds of time and memory.
 * @throws ThreadFailure when the mail does not keep to them.
 */
export const readMailApart = (raw: Uint8Array, part: DigestQuestion['part'], deadlineMs: number): Promise<MailDigest> =>
  threads.run({ raw, part }, deadlineMs);
