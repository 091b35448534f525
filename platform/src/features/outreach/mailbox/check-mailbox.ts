import type { mailboxCheckOutput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type CallScope } from '#kernel';
import { mailServerColumns, mailServerOf, type MailServerRow } from './mail-server-of.ts';
import {
  clearMailboxProblem,
  receivingProblem,
  reportMailboxProblem,
  type MailboxProblem,
} from './report-mailbox-problem.ts';

type Verdicts = z.input<typeof mailboxCheckOutput>;

/**
 * Signs in to both servers of a mailbox and says what came of it. When both let us in, an earlier problem is over; otherwise the mailbox
 * shows what the check found, until it works.
 */
export async function checkMailbox(scope: CallScope, { id }: { id: string }): Promise<Verdicts> {
  const { app } = scope;
  const [row] = await scope.read<MailServerRow>(
    `select ${mailServerColumns} from mailbox m where m.workspace_id = $1 and m.id = $2 and m.archived_at is null`,
    [scope.workspaceId, id],
  );
  if (!row) return fail('mailbox.not_found');
  const [smtp, imap] = await Promise.all([
    app.ports.mailTransport.check(mailServerOf(app, row, 'smtp')),
    row.imap_host === null ? null : app.ports.mailboxReader.check(mailServerOf(app, row, 'imap')),
  ]);
  const problem = problemOf(smtp, '') ?? (imap && problemOf(imap, receivingProblem));
  await scope.write((write) => (problem ? reportMailboxProblem(write, id, problem) : clearMailboxProblem(write, id)));
  return { smtp: verdict(smtp, 'Ready to send.'), imap: imap && verdict(imap, 'Ready to receive.') };
}

/** What a failed check makes of the mailbox: a server that is away is tried again, a wrong password waits for a person. */
function problemOf(check: Check, prefix: string): MailboxProblem | null {
  if (check.ok) return null;
  return { state: check.code === 'unreachable' ? 'failing' : 'disconnected', problem: prefix + check.message };
}

type Check = { ok: true } | { ok: false; code: string; message: string };

function verdict(check: Check, good: string): Verdicts['smtp'] {
  return check.ok
    ? { ok: true, code: null, message: good }
    : { ok: false, code: `mailbox.${check.code}`, message: check.message };
}
