import type { Uuid } from '@tabard/contract';
import { jobPrincipal, newId, openScope, repeating, TenantWork, type App, type WriteScope } from '#kernel';
import type { ReadMail } from './file-mail.ts';
import { storedAddress } from './incoming.rules.ts';
import { addMessage, openConversation } from './store-message.ts';

/** Mails set aside of one mailbox: the newest are kept, so that a flood fills nothing. */
export const mostAside = 500;
/** How long one is kept; the mail itself stays where it was read. */
const daysAside = 30;
/** What is kept of its words. */
const longestText = 20_000;

/** Their messages go with them. */
const forget = (which: string): string =>
  `delete from conversation where workspace_id = $1 and state = 'aside' and ${which}`;

/**
 * Keeps what was read and concerns nobody here, such as newsletters and reports about mails that were never ours, where a person can
 * look it up: its words alone, each mail by itself, as read.
 */
export async function setAside(scope: WriteScope, mail: ReadMail & { id: string }): Promise<void> {
  const { digest, mailboxId } = mail;
  const conversationId = newId();
  const from = digest.from ?? { name: '', address: '' };
  const bearings = {
    leadId: null,
    answered: null,
    counterpart: { name: from.name, address: storedAddress(from.address) },
    subject: digest.subject,
    isFresh: false,
  };
  await openConversation(scope, mail, bearings, conversationId, 'aside');
  const short = {
    ...digest,
    text: digest.text.slice(0, longestText).toWellFormed(),
    quoted: '',
    html: null,
    blockedImages: 0,
  };
  await addMessage(scope, { ...mail, digest: short, sourceHash: null }, conversationId, false);
  await scope.sql(
    forget(
      `mailbox_id = $2 and id in (select id from conversation where workspace_id = $1 and mailbox_id = $2 and state = 'aside'
         order by created_at desc, id desc offset ${mostAside})`,
    ),
    [scope.workspaceId, mailboxId],
  );
}

const work = new TenantWork('mails set aside');

/** Forgets what was set aside long ago, workspace by workspace: no login sees the mails of all. */
export async function forgetSetAside(app: App): Promise<void> {
  const workspaces = await app.database.maintain<{ workspace_id: Uuid }>('select id as workspace_id from workspace');
  await work.each(app, workspaces, ({ workspace_id: workspaceId }) =>
    openScope(app, workspaceId, jobPrincipal('set-aside', workspaceId)).write(({ sql }) =>
      sql(forget(`created_at < now() - make_interval(days => $2)`), [workspaceId, daysAside]),
    ),
  );
}

export const setAsideSweep = repeating('set-aside', { pauseMs: 3_600_000, run: forgetSetAside });
