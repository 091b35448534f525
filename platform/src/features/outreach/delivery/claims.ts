import type { Uuid } from '@tabard/contract';
import { newId, type App, type Sql, type Statement } from '#kernel';
import type { ClaimedMail, MailboxQueue } from './mailbox-queue.ts';

/** Mails of one claim: so many pass the gate in one question, and at most two claims of a mailbox queue are on the wire at once. */
export const claimSize = (app: App): number => Math.ceil(app.config.sending.window / 2);

/** The fences of so many mails, in their order: those of one claim share one. */
export function fencesFor(app: App, count: number): Uuid[] {
  const size = claimSize(app);
  const claims = Array.from({ length: Math.ceil(count / size) }, newId);
  return Array.from({ length: count }, (_, index) => claims[Math.floor(index / size)]!);
}

/** Writes down whose these mails are until the lease ends. */
export async function holdClaims(
  sql: Sql,
  { app, workspaceId, mailboxId }: MailboxQueue,
  mails: readonly ClaimedMail[],
): Promise<void> {
  await sql(
    `insert into claim (workspace_id, id, mailbox_id, delivery_ids, lease_until)
     select $1, g.fence, $2, array_agg(g.id), now() + make_interval(secs => $5)
       from unnest($3::uuid[], $4::uuid[]) as g(fence, id) group by g.fence`,
    [
      workspaceId,
      mailboxId,
      mails.map((mail) => mail.fence),
      mails.map((mail) => mail.id),
      app.config.sending.leaseSeconds,
    ],
  );
}

/**
 * The statement that ends claims whose last outcome is written in the same transaction. It comes before those outcomes: the
 * sweeper, too, locks a claim before its mails.
 */
export const endClaims = (workspaceId: Uuid, claims: readonly Uuid[]): Statement => ({
  name: 'claim-end',
  text: 'delete from claim where workspace_id = $1 and id = any($2::uuid[])',
  values: [workspaceId, claims],
});
