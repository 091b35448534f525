import type { Schedule, Uuid } from '@tabard/contract';
import type { ReadScope } from '#kernel';
import { nextOpening, windowOpenSql } from './schedule.rules.ts';
import type { MailboxQueueState } from './waiting.rules.ts';

interface MailboxQueueRow {
  mailbox_id: Uuid | null;
  campaign_state: string;
  schedule: Schedule;
  window_open: boolean;
  workspace_open: boolean;
  mailbox_state: string;
  mailbox_left: number;
  workspace_left: number | null;
  next_send_at: Date;
  now: Date;
}

/** A campaign's mailboxes, and when its window opens next: now when it is open. */
export interface MailboxQueueStates {
  now: Date;
  opensAt: Date;
  byMailbox: Map<Uuid, MailboxQueueState>;
}

/** How each mailbox of a campaign stands, by the database's clock; null when there is no such campaign. */
export async function readMailboxQueueStates(scope: ReadScope, campaignId: Uuid): Promise<MailboxQueueStates | null> {
  const rows = await scope.read<MailboxQueueRow>(
    `select m.id as mailbox_id, c.state as campaign_state, c.schedule, ${windowOpenSql} as window_open, w.standing = 'open' as workspace_open,
            case when m.archived_at is null then m.state else 'archived' end as mailbox_state,
            m.daily_cap - coalesce(d.reserved, 0) as mailbox_left, m.next_send_at, now() as now,
            w.daily_cap - (select coalesce(sum(a.reserved), 0)::int from mailbox_day a
              where a.workspace_id = $1 and a.day = (now() at time zone w.time_zone)::date) as workspace_left
       from campaign c
       join workspace w on w.id = c.workspace_id
       left join mailbox m on m.workspace_id = c.workspace_id and m.id = any(c.mailbox_ids)
       left join mailbox_day d on d.workspace_id = $1 and d.mailbox_id = m.id and d.day = (now() at time zone w.time_zone)::date
      where c.workspace_id = $1 and c.id = $2`,
    [scope.workspaceId, campaignId],
    'mailbox-queue-states',
  );
  if (!rows[0]) return null;
  const byMailbox = new Map<Uuid, MailboxQueueState>();
  for (const row of rows)
    if (row.mailbox_id)
      byMailbox.set(row.mailbox_id, {
        campaignState: row.campaign_state,
        windowOpen: row.window_open,
        workspaceOpen: row.workspace_open,
        mailboxState: row.mailbox_state,
        mailboxLeft: row.mailbox_left,
        workspaceLeft: row.workspace_left,
        nextSendAt: row.next_send_at,
      });
  const [{ now, schedule }] = rows as [MailboxQueueRow]; // there is one
  return { now, opensAt: nextOpening(schedule, now), byMailbox };
}
