import {
  timelineNouns,
  toPublicId,
  type Page,
  type TimelineEntry,
  type timelineListInput,
  type TimelineNoun,
} from '@tabard/contract';
import type { z } from 'zod';
import { namesOfFiles } from '#features/crm/file';
import { deliveriesOfLead } from '#features/outreach/delivery';
import { decodeCursor, pageFrom, requirePermission, withMerged, type Actor, type ReadScope } from '#kernel';
import { showActors } from '#features/operations/audit-log';

interface ActivityRow {
  id: string;
  kind: string;
  at: Date;
  actor_kind: Actor['kind'] | null;
  actor_id: string | null;
  data: Record<string, unknown>;
}

/** Facts that only the counting needs. */
const hidden = new Set(['position']);

const columns = 'id, kind, at, actor_kind, actor_id, data';

const activities = `select ${columns} from activity where workspace_id = $1 and subject_id = $2 and subject_noun = $3`;

/** What happened to a record, and to those that became part of it. */
const mergedActivities = (table: 'company' | 'lead'): string =>
  `select ${columns} from activity where workspace_id = $1 and subject_noun = $3 and subject_id in (${withMerged(table, '$2')})`;

/** What a lead did with mails; `sent` is left out in the words of the index. */
const mailEvents = `
  select id, case type when 'machine_opened' then 'mail.opened' else 'mail.' || type end as kind, at, null as actor_kind, null as actor_id,
         jsonb_strip_nulls(jsonb_build_object('machine', case when type = 'machine_opened' then true end, 'detail', detail,
           'deliveryId', 'dlv_' || replace(delivery_id::text, '-', ''), 'campaignId', 'cmp_' || replace(campaign_id::text, '-', ''))) as data
    from mail_event where workspace_id = $1 and lead_id in (${withMerged('lead', '$2')}) and $3 = 'lead' and type <> 'sent'`;

/** The mails that a lead was sent: some dozens. */
const sentMails = `
  select id, 'mail.sent' as kind, sent_at as at, null as actor_kind, null as actor_id,
         jsonb_strip_nulls(jsonb_build_object('subject', subject, 'deliveryId', 'dlv_' || replace(id::text, '-', ''),
           'campaignId', 'cmp_' || replace(campaign_id::text, '-', ''))) as data
    from (${withMerged('lead', '$2')}) as whose(lead), lateral (select * from ${deliveriesOfLead('$1', 'whose.lead')}) as mails where state = 'accepted' and sent_at is not null`;

/** What happened to a lead, a company, a campaign or a mailbox, the newest first. */
export async function listTimeline(
  scope: ReadScope,
  { subject, kinds, cursor, limit }: z.output<typeof timelineListInput>,
): Promise<Page<TimelineEntry>> {
  requirePermission(scope.principal, timelineNouns[subject.noun]);
  const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, ['time', 'uuid']);
  // The pages of each source come off its index; together they are few rows.
  const part = (source: string) => `(
    select ${columns} from (${source}) as source
     where ($4::timestamptz is null or (at, id) < ($4::timestamptz, $5::uuid)) and ($6::text[] is null or kind = any($6))
     order by at desc, id desc limit ${limit + 1})`;
  const sources = sourcesOf(subject.noun);
  const rows = await scope.read<ActivityRow>(
    `select ${columns} from (${sources.map(part).join(' union all ')}) as told order by at desc, id desc limit ${limit + 1}`,
    [scope.workspaceId, subject.id, subject.noun, at, id, kinds ?? null],
  );
  const shown = await showActors(scope.app, rows);
  const fileOf = ({ data }: ActivityRow): string => (typeof data['fileId'] === 'string' ? data['fileId'] : '');
  const files = await namesOfFiles(scope, rows.map(fileOf));
  return pageFrom(
    rows,
    limit,
    (row) => ({
      id: toPublicId('event', row.id),
      kind: row.kind,
      at: row.at.toISOString(),
      actor: shown(row),
      data: {
        ...Object.fromEntries(Object.entries(row.data).filter(([key]) => !hidden.has(key))),
        // Asked for each time, so that nothing keeps the name of a file that is gone.
        ...(files.has(fileOf(row)) && { detail: files.get(fileOf(row)) }),
      },
    }),
    (row) => [row.at.toISOString(), row.id],
  );
}

const sourcesOf = (noun: TimelineNoun): string[] => {
  if (noun === 'company') return [mergedActivities('company')];
  return noun === 'lead' ? [mergedActivities('lead'), mailEvents, sentMails] : [activities];
};
