import { setTimeout as sleep } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import {
  clearMailboxProblem,
  mailServerColumns,
  mailServerOf,
  receivingProblem,
  reportMailboxProblem,
  type MailServerRow,
} from '#features/outreach/mailbox';
import { jobPrincipal, openScope, type App, type CallScope } from '#kernel';
import { moveOn } from './mail-attempt.ts';
import { takeMail } from './take-mail.ts';

const longestWaitMs = 300_000;
/** A connection that worked for so long was sound: its end begins a new count of failures. */
const soundMs = 60_000;
/** Refusals of the password in a row after which a person has to look. */
const patience = 3;
/** Clocks of servers differ: what arrived shortly before the mailbox was made here is looked at, too. */
const clockSkewMs = 10 * 60_000;

/** Reads one mailbox until told to stop, again and again, with longer waits while it fails. */
export async function readMailbox(
  app: App,
  { id, workspaceId }: { id: Uuid; workspaceId: Uuid },
  signal: AbortSignal,
): Promise<void> {
  const scope = openScope(app, workspaceId, jobPrincipal('mailbox-watch', workspaceId));
  let failures = 0;
  while (!signal.aborted) {
    let readyAt = Infinity;
    try {
      await readOnce(scope, id, signal, () => {
        readyAt = Date.now();
      });
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures = Date.now() - readyAt > soundMs ? 1 : failures + 1;
      await noteFailure(scope, id, error, failures).catch((cause: unknown) =>
        app.log.warn({ err: cause, mailboxId: id }, 'a mailbox problem could not be noted'),
      );
    }
    const wait = Math.min(1_000 * 2 ** Math.min(failures, 12), longestWaitMs) * (0.75 + Math.random() / 2);
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

interface ReadRow extends MailServerRow {
  uid_validity: string | null;
  last_uid: number;
  problem: string | null;
  created_at: Date;
}

async function readOnce(scope: CallScope, id: Uuid, signal: AbortSignal, onReady: () => void): Promise<void> {
  const { app, workspaceId } = scope;
  const [row] = await scope.read<ReadRow>(
    `select ${mailServerColumns}, m.uid_validity, m.last_uid, m.problem, m.created_at from mailbox m where m.workspace_id = $1 and m.id = $2`,
    [workspaceId, id],
  );
  if (!row) return;
  await app.ports.mailboxReader.read(
    {
      server: mailServerOf(app, row, 'imap'),
      resume: row.uid_validity === null ? null : { uidValidity: row.uid_validity, uid: row.last_uid },
      // Answers also come while IMAP does not work yet.
      since: new Date(row.created_at.getTime() - clockSkewMs),
      pollSeconds: app.config.inbound.pollSeconds,
      onMail: (mail) => takeMail(scope, id, mail),
      onPosition: (position) => scope.write((write) => moveOn(write, id, position)),
      onReady: () => {
        onReady();
        if (row.problem?.startsWith(receivingProblem))
          void scope.write((write) => clearMailboxProblem(write, id)).catch(() => {});
      },
    },
    signal,
  );
}

async function noteFailure(scope: CallScope, mailboxId: Uuid, error: unknown, failures: number): Promise<void> {
  scope.app.log.info({ err: error, mailboxId, failures }, 'reading a mailbox failed');
  const refused = error instanceof Error && 'code' in error && error.code === 'authentication_failed';
  // Servers end connections for reasons of their own; once is no problem.
  if (!refused && failures < 2) return;
  const said = error instanceof Error ? error.message : 'The mail server cannot be reached.';
  await scope.write((write) =>
    reportMailboxProblem(write, mailboxId, {
      state: refused && failures >= patience ? 'disconnected' : 'failing',
      problem: receivingProblem + said,
    }),
  );
}
