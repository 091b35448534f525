import type { Uuid } from '@tabard/contract';
import { normaliseSubject } from '@tabard/email';
import { deliveriesOfLead } from '#features/outreach/delivery';
import type { Sql } from '#kernel';

/** The mail of ours that a received one refers to. */
export interface AnsweredMail {
  id: Uuid;
  campaign_id: Uuid | null;
  step_id: Uuid | null;
  lead_id: Uuid | null;
  to_address: string;
  subject: string;
  state: string;
}

const columns = 'id, campaign_id, step_id, lead_id, to_address, subject, state';
/** Campaign mails carry their own id in their Message-ID; answers are found by the whole of it. */
const uuidBeforeAt = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i;

/** The newest of our mails among these ids, in their order. */
export async function findAnsweredMail(sql: Sql, workspaceId: Uuid, ids: string[]): Promise<AnsweredMail | null> {
  if (ids.length === 0) return null;
  const [row] = await sql<AnsweredMail>(
    `select ${columns} from (
       select ${columns}, message_id from delivery where workspace_id = $1 and id = any($3::uuid[]) and message_id = any($2::text[])
        union
       select ${columns}, message_id from delivery where workspace_id = $1 and enrollment_id is null and message_id = any($2::text[])
     ) as mail order by array_position($2::text[], message_id::text) limit 1`,
    [workspaceId, ids, ids.flatMap((id) => uuidBeforeAt.exec(id)?.[1] ?? [])],
  );
  return row ?? null;
}

/**
 * The last mail a lead got: what a person answers whose program lost the thread, whose provider replaced our id, or who writes to a
 * colleague instead. One of the mailbox that was written to comes first.
 */
export async function findLastMail(
  sql: Sql,
  workspaceId: Uuid,
  to: { mailboxId: Uuid; leadId: Uuid },
): Promise<AnsweredMail | null> {
  const [row] = await sql<AnsweredMail>(
    `select ${columns} from ${deliveriesOfLead('$1', '$2')} where state in ('accepted', 'unknown')
      order by mailbox_id = $3 desc, coalesce(sent_at, created_at) desc limit 1`,
    [workspaceId, to.leadId, to.mailboxId],
  );
  return row ?? null;
}

/** When the first mail to a lead left, through any mailbox; null when none did. */
export async function firstMailTo(sql: Sql, workspaceId: Uuid, leadId: Uuid): Promise<Date | null> {
  const [row] = await sql<{ first: Date | null }>(
    `select min(coalesce(sent_at, created_at)) as first from ${deliveriesOfLead('$1', '$2')} where state in ('accepted', 'unknown')`,
    [workspaceId, leadId],
  );
  return row?.first ?? null;
}

export interface ThreadQuestion {
  mailboxId: Uuid;
  /** Ids that the mail refers to. */
  ids: string[];
  answered: AnsweredMail | null;
  counterpart: string;
  subject: string;
}

/** The conversation a mail belongs to: by the mails it refers to, by the campaign it answers, by person and subject. */
export async function findThread(sql: Sql, workspaceId: Uuid, question: ThreadQuestion): Promise<Uuid | null> {
  const { mailboxId, ids, answered, counterpart, subject } = question;
  const [byId] =
    ids.length === 0
      ? []
      : await sql<{ conversation_id: Uuid }>(
          `select conversation_id from message where workspace_id = $1 and mailbox_id = $2 and message_id = any($3) and exists (select from conversation c
              where c.workspace_id = message.workspace_id and c.id = message.conversation_id and c.state <> 'aside')
            order by sent_at desc limit 1`,
          [workspaceId, mailboxId, ids],
        );
  if (byId) return byId.conversation_id;
  if (answered?.lead_id) {
    const [byLead] = await sql<{ id: Uuid }>(
      `select id from conversation where workspace_id = $1 and lead_id = $2 and mailbox_id = $3
          and campaign_id is not distinct from $4 order by last_message_at desc limit 1`,
      [workspaceId, answered.lead_id, mailboxId, answered.campaign_id],
    );
    if (byLead) return byLead.id;
  }
  const [bySubject] = await sql<{ id: Uuid }>(
    `select id from conversation where workspace_id = $1 and mailbox_id = $2 and counterpart_address = $3
        and thread_subject = $4 and state <> 'aside' and last_message_at > now() - interval '90 days' order by last_message_at desc limit 1`,
    [workspaceId, mailboxId, counterpart, threadSubject(subject)],
  );
  return bySubject?.id ?? null;
}

/** What the subjects of one thread have in common. */
export const threadSubject = (subject: string): string => normaliseSubject(subject).toLowerCase().slice(0, 200);
