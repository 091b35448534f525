import { z } from 'zod';
import type { Uuid } from '@tabard/contract';
import { amongTenants, defineJob, repeating, TenantWork, type App, type CallScope } from '#kernel';
import { senderAddress } from '#features/identity/address';
import { composeSystemMail } from './compose-system-mail.ts';
import type { MailContent } from './mail-content.ts';
import { judgeTry, pauseAfter, triesHours, type Verdict } from './system-mail.rules.ts';

export interface WaitingMail {
  id: Uuid;
  organization_id: Uuid;
  recipient: string;
  message_id: string;
  content: string;
  created_at: Date;
  attempts: number;
  is_last: boolean;
}

/** Tries one mail. A try that is cut off is made again after its pause, with the same Message-ID. */
export const sendSystemMail = defineJob({
  name: 'send-system-mail',
  schema: z.object({ workspaceId: z.uuid(), mailId: z.uuid() }),
  concurrency: 4,
  attempts: 1,
  dedupe: ({ mailId }) => mailId,
  async handler(scope, { mailId }) {
    const mail = await claim(scope, mailId);
    if (mail) await note(scope, mail, await submit(scope.app, scope.workspaceId, mail));
  },
});

/** Counts the try before it begins. */
function claim({ write, workspaceId }: CallScope, id: Uuid): Promise<WaitingMail | undefined> {
  return write(async ({ sql }) => {
    const [due] = await sql<{ attempts: number }>(
      `select attempts from system_mail where workspace_id = $1 and id = $2 and state = 'waiting' and next_try_at <= now() for update`,
      [workspaceId, id],
    );
    if (!due) return undefined;
    const [mail] = await sql<WaitingMail>(
      `update system_mail set attempts = attempts + 1, next_try_at = now() + make_interval(secs => $3)
        where workspace_id = $1 and id = $2
        returning id, organization_id, recipient, message_id, content, created_at, attempts,
                  next_try_at > created_at + make_interval(hours => $4) as is_last`,
      [workspaceId, id, pauseAfter(due.attempts + 1), triesHours],
    );
    return mail;
  });
}

async function submit(app: App, scopeId: Uuid, mail: WaitingMail): Promise<Verdict> {
  const { server, from: own } = app.config.systemMail;
  if (!server || !own)
    return {
      state: mail.is_last ? 'failed' : 'waiting',
      problem: 'No mail server is set for mails of this kind. Hand the link over yourself.',
    };
  const content = JSON.parse(app.ports.secrets.open(mail.content, scopeId)) as MailContent; // sealed from one
  const from = await senderAddress(app, scopeId, own);
  const raw = await composeSystemMail(app, { ...mail, scopeId, content, from });
  const pool = app.ports.mailTransport.open({ ...server, isOwn: true }, { connections: 1 });
  try {
    return judgeTry(await pool.submit({ envelope: { from, to: mail.recipient }, raw }), mail.is_last);
  } finally {
    await pool.close();
  }
}

/** What is over keeps nothing of what it said. */
async function note(
  { write, workspaceId, app }: CallScope,
  mail: WaitingMail,
  { state, problem }: Verdict,
): Promise<void> {
  if (state !== 'sent') app.log.warn({ mailId: mail.id, workspaceId, state, problem }, 'a system mail was not sent');
  const isOver = state !== 'waiting';
  await write(({ sql }) =>
    sql(
      `update system_mail set state = $3, problem = left($4, 500), content = case when $5 then null else content end,
              ended_at = case when $5 then now() end, next_try_at = case when $5 then null else next_try_at end
        where workspace_id = $1 and id = $2 and state = 'waiting'`,
      [workspaceId, mail.id, state, problem, isOver],
    ),
  );
}

const finding = new TenantWork('system-mail');

/** Finds what is due, from the rows alone. */
export async function findSystemMails(app: App): Promise<void> {
  const rows = await finding.find<{ workspace_id: Uuid; id: Uuid }>(
    app,
    `select workspace_id, id from system_mail where next_try_at <= now() and ${amongTenants('workspace_id')} order by next_try_at limit 500`,
  );
  for (const row of rows) await app.jobs.add(sendSystemMail, { workspaceId: row.workspace_id, mailId: row.id });
}

export const systemMailSweep = repeating('system-mail', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  run: findSystemMails,
});
