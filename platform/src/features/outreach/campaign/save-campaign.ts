import {
  toPublicId,
  type Campaign,
  type Uuid,
  type campaignCreateInput,
  type campaignUpdateInput,
} from '@tabard/contract';
import type { z } from 'zod';
import { leads } from '#features/crm/lead';
import { emitStandard, fail, newId, requireTimeZone, whereOf, type WriteScope } from '#kernel';
import { campaigns } from './campaign.entity.ts';
import { getCampaign } from './get-campaign.ts';
import { lockCampaign } from './lock-campaign.ts';
import { saveSteps } from './save-steps.ts';
import type { Audience } from './select-audience.ts';

const everyDay = { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' };

/** A new draft; what is left out has the usual value and can be given later. */
export async function createCampaign(
  scope: WriteScope,
  input: z.output<typeof campaignCreateInput>,
): Promise<Campaign> {
  const id = newId();
  await requireTimeZone(scope.app, input.schedule?.timeZone, 'schedule.timeZone');
  await checkAudience(scope, input);
  await scope.sql(
    `insert into campaign (workspace_id, id, name, schedule, audience, mailbox_ids, stop_on_reply, track_opens, track_clicks)
     select $1, $2, $3, coalesce($4::jsonb, $5::jsonb || jsonb_build_object('timeZone', w.time_zone)), $6, $7, $8, $9, $10
       from workspace w where w.id = $1`,
    [
      scope.workspaceId,
      id,
      input.name,
      input.schedule ? JSON.stringify(input.schedule) : null,
      JSON.stringify(everyDay),
      JSON.stringify(input.audience ?? {}),
      input.mailboxIds,
      input.stopOnReply,
      input.trackOpens,
      input.trackClicks,
    ],
  );
  await saveSteps(scope, id, input.steps ?? []);
  emitStandard(scope, campaigns, 'created', id);
  return getCampaign(scope, { id });
}

/** Changes what is given. A campaign that has started keeps its audience and the steps that were sent. */
export async function updateCampaign(
  scope: WriteScope,
  input: z.output<typeof campaignUpdateInput>,
): Promise<Campaign> {
  const { state } = await lockCampaign(scope, input.id);
  await requireTimeZone(scope.app, input.schedule?.timeZone, 'schedule.timeZone');
  const wrongState = (message: string) => fail('campaign.wrong_state', { public: message });
  if (input.audience && state !== 'draft') wrongState('The audience was fixed when the campaign was launched.');
  if (state === 'completed' && (input.steps || input.schedule || input.mailboxIds))
    wrongState('A completed campaign sends no more. Create a new one.');
  await checkAudience(scope, input);
  await scope.sql(
    `update campaign set name = coalesce($3, name), schedule = coalesce($4::jsonb, schedule), audience = coalesce($5::jsonb, audience),
            mailbox_ids = coalesce($6, mailbox_ids), stop_on_reply = coalesce($7, stop_on_reply),
            track_opens = coalesce($8, track_opens), track_clicks = coalesce($9, track_clicks),
            epoch = epoch + 1, updated_at = now()
      where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      input.id,
      input.name ?? null,
      input.schedule ? JSON.stringify(input.schedule) : null,
      input.audience ? JSON.stringify(input.audience) : null,
      input.mailboxIds ?? null,
      input.stopOnReply ?? null,
      input.trackOpens ?? null,
      input.trackClicks ?? null,
    ],
  );
  if (input.steps) await saveSteps(scope, input.id, input.steps);
  if (input.mailboxIds && state !== 'draft') await moveEnrollments(scope, input.id, input.mailboxIds);
  scope.emit('campaign.updated', { campaignId: toPublicId('campaign', input.id), state });
  return getCampaign(scope, { id: input.id });
}

/** Leads whose mailbox was taken away go on with one of those that are left. */
async function moveEnrollments(scope: WriteScope, campaignId: Uuid, mailboxIds: Uuid[]): Promise<void> {
  if (mailboxIds.length === 0)
    fail('campaign.not_ready', {
      public: 'A started campaign needs a mailbox.',
      details: [{ path: 'mailboxIds', reason: 'no_mailbox', message: 'A started campaign needs a mailbox.' }],
    });
  await scope.sql(
    `update enrollment set mailbox_id = ($3::uuid[])[1 + abs(hashtext(lead_id::text)::bigint) % cardinality($3::uuid[])], updated_at = now()
      where workspace_id = $1 and campaign_id = $2 and state = 'active' and mailbox_id <> all($3::uuid[])`,
    [scope.workspaceId, campaignId, mailboxIds],
  );
}

const gone = (path: string, message: string) => ({ path, message });

/** Ids that name nothing in this workspace are the same 404 as unknown ones; a filter asks only for what there is. */
async function checkAudience(scope: WriteScope, input: { mailboxIds?: Uuid[]; audience?: Audience }): Promise<void> {
  const { mailboxIds = [], audience: { leadIds = [], filter, where } = {} } = input;
  if (where) await whereOf(leads, scope, where, [scope.workspaceId], { path: 'audience.where' });
  const [found] = await scope.sql<{ mailboxes: number; leads: number; listed: boolean }>(
    `select (select count(*)::int from mailbox where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null) as mailboxes,
            (select count(*)::int from lead where workspace_id = $1 and id = any($3::uuid[])) as leads,
            $4::uuid is null or exists (select from list where workspace_id = $1 and id = $4) as listed`,
    [scope.workspaceId, mailboxIds, leadIds, filter?.listId ?? null],
  );
  if (found!.mailboxes < new Set(mailboxIds).size)
    fail('mailbox.not_found', { details: [gone('mailboxIds', 'One of these mailboxes is gone.')] });
  if (!found!.listed) fail('list.not_found', { details: [gone('audience.filter.listId', 'This list is gone.')] });
  if (found!.leads < new Set(leadIds).size)
    fail('lead.not_found', { details: [gone('audience.leadIds', 'One of these leads is gone.')] });
}
