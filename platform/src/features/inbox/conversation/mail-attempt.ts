import type { Uuid } from '@tabard/contract';
import type { CallScope, WriteScope } from '#kernel';

/** Where a mail lies on its server. */
export interface MailPlace {
  mailboxId: Uuid;
  uidValidity: string;
  uid: number;
}

/** The only folder that is read. */
const folder = 'INBOX';
const place = 'workspace_id = $1 and mailbox_id = $2 and folder = $3 and uid_validity = $4 and uid = $5';
const keyOf = (workspaceId: Uuid, { mailboxId, uidValidity, uid }: MailPlace) => [
  workspaceId,
  mailboxId,
  folder,
  uidValidity,
  uid,
];

/** Counts a try to fetch or to read a mail before it begins, so that one that ends the process is counted too. Gives its number. */
export async function beginAttempt(scope: CallScope, mail: MailPlace, kind: 'fetches' | 'reads'): Promise<number> {
  return scope.write(async ({ sql, workspaceId }) => {
    const [row] = await sql<{ tries: number }>(
      `insert into mail_attempt (workspace_id, mailbox_id, folder, uid_validity, uid, ${kind}) values ($1, $2, $3, $4, $5, 1)
       on conflict (workspace_id, mailbox_id, folder, uid_validity, uid) do update set ${kind} = mail_attempt.${kind} + 1, begun_at = now()
       returning ${kind} as tries`,
      keyOf(workspaceId, mail),
    );
    return row!.tries; // an upsert returns its row
  });
}

/** Takes a try back that failed for a reason which is not the mail's. */
export async function takeBackAttempt(scope: CallScope, mail: MailPlace, kind: 'fetches' | 'reads'): Promise<void> {
  await scope.write(
    async ({ sql, workspaceId }) =>
      void (await sql(
        `update mail_attempt set ${kind} = greatest(${kind} - 1, 0) where ${place}`,
        keyOf(workspaceId, mail),
      )),
  );
}

/** Writes where the mailbox is read on, and forgets the tries that led there. */
export async function moveOn(
  { sql, workspaceId }: WriteScope,
  mailboxId: Uuid,
  to: { uidValidity: string; uid: number } | null,
  receivedAt: Date | null = null,
): Promise<void> {
  await sql(
    `update mailbox set uid_validity = coalesce($3, uid_validity), last_uid = coalesce($4, last_uid),
            last_received_at = greatest(last_received_at, $5) where workspace_id = $1 and id = $2`,
    [workspaceId, mailboxId, to?.uidValidity ?? null, to?.uid ?? null, receivedAt],
  );
  if (to)
    await sql(
      `delete from mail_attempt where workspace_id = $1 and mailbox_id = $2 and folder = $3 and (uid_validity <> $4 or uid <= $5)`,
      keyOf(workspaceId, { mailboxId, ...to }),
    );
}
