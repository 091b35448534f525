import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import { readCustomFields, type LiveField } from '#features/crm/custom-field';
import { leadMergeValues, mergeColumns, type MergeableLead } from '#features/crm/lead';
import { addressOf } from '#features/identity/address';
import { windowOpenSql } from '#features/outreach/enrollment';
import { addressHash } from '#features/outreach/suppression';
import { mailLinks, type MailLinks } from '#features/outreach/tracking';
import { newId, type Sql } from '#kernel';
import { compileStep, threadSubjectField, type CompiledStep, type StepText } from './compile-step.ts';
import { fencesFor } from './claims.ts';
import type { BatchTerms, ClaimedMail, MailboxQueue } from './mailbox-queue.ts';
import { writePack } from './mail-pack.ts';
import { readSender, type Sender } from './read-sender.ts';
import { reserveCap } from './reserve-cap.ts';
import { returnCap } from './return-cap.ts';

/** Milliseconds of writing mails after which others have their turn. */
const longestStretchMs = 25;

interface DueRow extends MergeableLead {
  enrollment_id: Uuid;
  campaign_id: Uuid;
  epoch: number;
  lead_id: Uuid;
  steps_sent: number;
  step_id: Uuid | null;
  track_opens: boolean;
  track_clicks: boolean;
  /** Whether the lead may still be contacted. */
  reachable: boolean;
}
interface Earlier {
  enrollment_id: Uuid;
  message_id: string;
  subject: string;
}
interface PlannedMail {
  id: Uuid;
  row: DueRow;
  stepId: Uuid;
  hash: string;
  subject: string;
  messageId: string;
  raw: Uint8Array;
}

/**
 * Turns due steps of this mailbox queue into mails and claims them: rendered bytes, id and date are fixed here and never change again. At most
 * one mail per enrollment and step can exist.
 */
export async function planDeliveries(
  sql: Sql,
  mailboxQueue: MailboxQueue,
  terms: BatchTerms,
  limit: number,
): Promise<ClaimedMail[]> {
  const { app, workspaceId, mailboxId } = mailboxQueue;
  const due = await sql<DueRow>(dueSteps, [workspaceId, mailboxId, limit]);
  if (due.length === 0) return [];
  const hashes = new Map(due.map((row) => [row, addressHash(app, workspaceId, row.email)]));
  const suppressed = await findSuppressed(sql, workspaceId, [...hashes.values()]);
  const going: DueRow[] = [];
  const ended = { ids: [] as Uuid[], states: [] as string[] };
  for (const row of due) {
    const barred = suppressed.has(hashes.get(row)!);
    if (row.step_id && row.reachable && !barred) going.push(row);
    else {
      ended.ids.push(row.enrollment_id);
      ended.states.push(barred ? 'suppressed' : row.step_id ? 'stopped' : 'completed');
    }
  }
  // What the cap leaves no place for stays due and is not written yet.
  const granted = await reserveCap(sql, mailboxQueue, terms, going.length);
  going.length = granted;
  const mails: PlannedMail[] = [];
  const sender = await readSender(sql, workspaceId, mailboxId);
  const steps = await readSteps(sql, mailboxQueue, going);
  const threads = await readThreads(sql, workspaceId, going);
  const links = mailLinks(app, await addressOf(app, workspaceId, 'links'));
  const render = renderer(workspaceId, sender, links, await readCustomFields({ read: sql, workspaceId }, 'lead'));
  let since = performance.now();
  for (const row of going) {
    // Costly texts take turns with all else that this process does; plain ones never come to this.
    if (performance.now() - since > longestStretchMs) {
      await setImmediate();
      since = performance.now();
    }
    try {
      const step = compileStep(steps.get(row.step_id!)!, sender.timeZone);
      mails.push(render(row, hashes.get(row)!, step, threads.get(row.enrollment_id) ?? []));
    } catch (error) {
      // One lead whose values make no mail must not hold up the others.
      app.log.warn({ err: error, workspaceId, enrollmentId: row.enrollment_id }, 'a mail could not be written');
      ended.ids.push(row.enrollment_id);
      ended.states.push('failed');
    }
  }
  if (mails.length < granted) await returnCap(sql, mailboxQueue, Array<string>(granted - mails.length).fill(terms.day));
  if (ended.ids.length > 0) await sql(endEnrollments, [workspaceId, ended.ids, ended.states]);
  return mails.length > 0 ? insertMails(sql, mailboxQueue, terms, mails) : [];
}

const dueSteps = `
  select e.id as enrollment_id, e.campaign_id, c.epoch, e.lead_id, e.steps_sent, s.id as step_id, c.track_opens, c.track_clicks,
         l.archived_at is null and l.status not in ('bounced', 'unsubscribed') as reachable,
         ${mergeColumns('l')}
    from campaign c
   cross join lateral (
     select e.id, e.campaign_id, e.lead_id, e.steps_sent, e.next_step_at from enrollment e
      where e.workspace_id = c.workspace_id and e.campaign_id = c.id and e.mailbox_id = $2 and e.state = 'active' and e.next_step_at <= now()
      order by e.next_step_at limit $3 for update skip locked) as e
    join lead l on l.workspace_id = c.workspace_id and l.id = e.lead_id
    left join step s on s.workspace_id = c.workspace_id and s.campaign_id = c.id and s.position = e.steps_sent + 1
   where c.workspace_id = $1 and c.state = 'running' and ${windowOpenSql}
   order by e.next_step_at limit $3`;

const endEnrollments = `
  update enrollment e set state = t.state, next_step_at = null, updated_at = now()
    from unnest($2::uuid[], $3::text[]) as t(id, state) where e.workspace_id = $1 and e.id = t.id`;

async function findSuppressed(sql: Sql, workspaceId: Uuid, hashes: string[]): Promise<Set<string>> {
  const rows = await sql<{ address_hash: string }>(
    'select address_hash from suppression where workspace_id = $1 and address_hash = any($2::text[])',
    [workspaceId, hashes],
  );
  return new Set(rows.map((row) => row.address_hash));
}

/** The texts of the steps; one that is about to go out for the first time keeps its place from now on. */
async function readSteps(sql: Sql, { app, workspaceId }: MailboxQueue, rows: DueRow[]): Promise<Map<Uuid, StepText>> {
  const ids = [...new Set(rows.map((row) => row.step_id))];
  if (ids.length === 0) return new Map();
  const steps = await sql<StepText & { fresh: boolean }>(
    'select id, subject, body, started_at is null as fresh from step where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, ids],
  );
  // A transaction of its own: inside this one it would make all other mailbox queues of the campaign wait for our mails.
  if (steps.some((step) => step.fresh))
    await app.database.pipeline(workspaceId, [
      {
        text: 'update step set started_at = now() where workspace_id = $1 and id = any($2::uuid[]) and started_at is null',
        values: [workspaceId, ids],
      },
    ]);
  return new Map(steps.map((step) => [step.id, step]));
}

/** The mails that follow-ups belong to, oldest first. */
async function readThreads(sql: Sql, workspaceId: Uuid, rows: DueRow[]): Promise<Map<Uuid, Earlier[]>> {
  const followUps = rows.filter((row) => row.steps_sent > 0).map((row) => row.enrollment_id);
  const threads = new Map<Uuid, Earlier[]>();
  if (followUps.length === 0) return threads;
  const earlier = await sql<Earlier>(
    `select enrollment_id, message_id, subject from delivery
      where workspace_id = $1 and enrollment_id = any($2::uuid[]) and state = 'accepted' order by sent_at, id`,
    [workspaceId, followUps],
  );
  for (const mail of earlier) {
    const thread = threads.get(mail.enrollment_id);
    if (thread) thread.push(mail);
    else threads.set(mail.enrollment_id, [mail]);
  }
  return threads;
}

/** Makes the function that writes one lead's mail. */
function renderer(workspaceId: Uuid, sender: Sender, links: MailLinks, fields: ReadonlyMap<string, LiveField>) {
  const date = new Date(Math.floor(sender.now.getTime() / 1000) * 1000);
  return (row: DueRow, recipientHash: string, step: CompiledStep, thread: Earlier[]): PlannedMail => {
    const id = newId();
    const messageId = `${id}@${sender.domain}`;
    const values = leadMergeValues(row, fields);
    const joined = step.joinsThread ? thread : [];
    if (step.joinsThread) values[threadSubjectField] = replySubject(thread[0]?.subject ?? '');
    const unsubscribeUrl = links.unsubscribe(workspaceId, id);
    const name = [row.first_name, row.last_name].filter(Boolean).join(' ');
    const raw = step.message.render({
      values,
      headers: {
        from: { name: sender.displayName, address: sender.address },
        to: { name, address: row.email },
        messageId,
        date,
        inReplyTo: joined.at(-1)?.message_id,
        references: joined.map((mail) => mail.message_id),
        // One-click unsubscribing is defined for https alone; a local installation without it has the link in the footer.
        listUnsubscribe: unsubscribeUrl.startsWith('https:') ? { url: unsubscribeUrl } : undefined,
      },
      links: {
        click: row.track_clicks ? (url) => links.click(workspaceId, id, url) : undefined,
        openPixel: row.track_opens ? links.open(workspaceId, id) : undefined,
        unsubscribeUrl,
        ...sender.footer(unsubscribeUrl),
      },
    });
    const subject = step.subject.render(values);
    return { id, row, stepId: row.step_id!, hash: recipientHash, subject, messageId, raw };
  };
}

function replySubject(subject: string): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

const insertSql = `
  with given as (
    select * from unnest($5::uuid[], $6::uuid[], $7::int[], $8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::text[],
                         $14::text[], $15::text[], $16::int[], $17::int[], $18::uuid[])
        as g(id, campaign_id, epoch, enrollment_id, step_id, lead_id, to_address, address_hash, subject, message_id, raw_hash, start, size, fence)
  ), planned as (
    insert into delivery (workspace_id, id, mailbox_id, campaign_id, epoch, enrollment_id, step_id, lead_id, to_address, address_hash,
                          subject, message_id, raw_hash, pack_id, pack_start, pack_size, state, troubled, fence, attempts, day)
    select $1, id, $2, campaign_id, epoch, enrollment_id, step_id, lead_id, to_address, address_hash, subject, message_id, raw_hash,
           $3::uuid, start, size, 'submitting', false, fence, 1, $4::date from given
        on conflict (workspace_id, enrollment_id, step_id) where enrollment_id is not null do nothing
    returning id
  ), taken as (
    update enrollment e set next_step_at = null, updated_at = now() from given
     where e.workspace_id = $1 and e.id = any($8::uuid[]) and e.id = given.enrollment_id
  )
  select id from planned`;

/** Gives those that did not exist before. */
async function insertMails(
  sql: Sql,
  mailboxQueue: MailboxQueue,
  { day, now }: BatchTerms,
  mails: PlannedMail[],
): Promise<ClaimedMail[]> {
  const { app, workspaceId, mailboxId } = mailboxQueue;
  const places = await writePack(
    sql,
    workspaceId,
    mails.map((mail) => mail.raw),
  );
  const fences = fencesFor(app, mails.length);
  const rows = await sql<{ id: Uuid }>(insertSql, [
    workspaceId,
    mailboxId,
    places[0]!.pack_id,
    day,
    mails.map((mail) => mail.id),
    mails.map((mail) => mail.row.campaign_id),
    mails.map((mail) => mail.row.epoch),
    mails.map((mail) => mail.row.enrollment_id),
    mails.map((mail) => mail.stepId),
    mails.map((mail) => mail.row.lead_id),
    mails.map((mail) => mail.row.email),
    mails.map((mail) => mail.hash),
    mails.map((mail) => mail.subject),
    mails.map((mail) => mail.messageId),
    mails.map((mail) => hash('sha256', mail.raw)),
    places.map((place) => place.pack_start),
    places.map((place) => place.pack_size),
    fences,
  ]);
  const planned = new Set(rows.map((row) => row.id));
  if (planned.size < mails.length)
    await returnCap(sql, mailboxQueue, Array<string>(mails.length - planned.size).fill(day));
  return mails.flatMap(({ id, row, stepId, raw }, index) => {
    if (!planned.has(id)) return [];
    return {
      id,
      fence: fences[index]!,
      to: row.email,
      raw,
      attempts: 1,
      blamed: false,
      plannedAt: now,
      campaignId: row.campaign_id,
      stepId,
      answer: null,
      nextStepAt: () => null,
    };
  });
}
