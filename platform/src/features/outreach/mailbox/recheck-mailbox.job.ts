import { z } from 'zod';
import type { Uuid } from '@tabard/contract';
import { amongOpenTenants, defineJob, repeating, TenantWork, type App } from '#kernel';
import { checkMailbox } from './check-mailbox.ts';
import { receivingProblem } from './report-mailbox-problem.ts';

/** Signs in to a mailbox that fails, so that its trouble ends with its reason even if nothing is to be sent. */
export const recheckMailbox = defineJob({
  name: 'recheck-mailbox',
  schema: z.object({ workspaceId: z.uuid(), mailboxId: z.uuid() }),
  concurrency: 4,
  attempts: 1,
  dedupe: ({ mailboxId }) => mailboxId,
  async handler(scope, { workspaceId, mailboxId }) {
    const [row] = await scope.read(failing('m.workspace_id = $1 and m.id = $2'), [workspaceId, mailboxId]);
    if (!row) return;
    await checkMailbox(scope, { id: mailboxId });
    await scope.write(({ sql }) =>
      sql('update mailbox set updated_at = now() where workspace_id = $1 and id = $2', [workspaceId, mailboxId]),
    );
  },
});

/**
 * Mailboxes that wait for their trouble to pass with nothing to try it by. Where mails wait, the next of them shows more than a sign-in
 * could; problems of receiving belong to whoever reads the inbox.
 */
const failing = (condition: string): string => `
  select m.workspace_id, m.id from mailbox m
   where m.state = 'failing' and m.archived_at is null and m.next_send_at <= now() and m.updated_at < now() - interval '1 minute'
     and not starts_with(coalesce(m.problem, ''), '${receivingProblem}') and ${condition}
     and not exists (select from delivery d where d.workspace_id = m.workspace_id and d.mailbox_id = m.id and d.due_at is not null)`;

const rechecking = new TenantWork('mailbox-recheck');

/** Finds them in every workspace. */
export async function recheckMailboxes(app: App): Promise<void> {
  const rows = await rechecking.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    failing(amongOpenTenants('m.workspace_id')),
  );
  for (const row of rows) await app.jobs.add(recheckMailbox, { workspaceId: row.workspace_id, mailboxId: row.id });
}

export const mailboxRecheck = repeating('mailbox-recheck', { pauseMs: 30_000, run: recheckMailboxes });
