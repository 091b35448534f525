import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordMailEvents } from '#features/outreach/tracking';
import { newId, rewindConsumer, runConsumers, startRelay } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { timelineHandlers } from './record-activity.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let running: { stop(): Promise<void> }[];
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  running = [startRelay(platform.app), await runConsumers(platform.app, [{ name: 'timeline', on: timelineHandlers }])];
});
afterAll(async () => {
  for (const part of running.toReversed()) await part.stop();
  await platform.stop();
});

type Subject = Parameters<TestWorkspace['caller']['timeline']['list']>[0]['subject'];
const kindsOf = async (subject: Subject, kinds?: string[]) =>
  (await workspace.caller.timeline.list({ subject, kinds })).items.map(({ kind }) => kind);

/** A lead with a mail that was sent to it and everything that became of it. */
async function stageMail() {
  const { workspaceId, scope, caller } = workspace;
  const lead = await caller.leads.create({ email: `${newId()}@client.example` });
  const leadId = await idOf(lead.id);
  const [deliveryId, campaignId] = [newId(), newId()];
  await scope.write(async ({ sql }) => {
    await sql(
      `insert into delivery (workspace_id, id, mailbox_id, lead_id, to_address, address_hash, subject, message_id, raw_hash, state, troubled, sent_at)
       values ($1, $2, $2, $3, 'ana@client.example', '', 'Offer', $4, '', 'accepted', false, now())`,
      [workspaceId, deliveryId, leadId, `${deliveryId}@agency.example`],
    );
    await recordMailEvents(
      sql,
      workspaceId,
      (['opened', 'clicked', 'replied', 'bounced', 'unsubscribed'] as const).map((type) => ({
        type,
        deliveryId,
        campaignId,
        leadId,
      })),
    );
  });
  return { lead, leadId, campaignId };
}
const idOf = async (publicId: string) =>
  (
    await workspace.scope.read<{ id: string }>(`select id from lead where 'lea_' || replace(id::text, '-', '') = $1`, [
      publicId,
    ])
  )[0]!.id;

describe('a timeline', () => {
  it('tells of a lead what people did and what became of its mails, the newest first', async () => {
    const { lead } = await stageMail();
    await workspace.caller.leads.update({ id: lead.id, city: 'Lisbon' });
    const subject = { noun: 'lead', id: lead.id } as const;
    await vi.waitFor(async () => expect(await kindsOf(subject)).toContain('lead.updated'), 10_000);
    expect((await kindsOf(subject)).toSorted()).toEqual(
      [
        'lead.created',
        'lead.updated',
        'mail.sent',
        'mail.opened',
        'mail.clicked',
        'mail.replied',
        'mail.bounced',
        'mail.unsubscribed',
      ].toSorted(),
    );
    const { items } = await workspace.caller.timeline.list({ subject });
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(items.find(({ kind }) => kind === 'lead.updated')?.actor).toMatchObject({ kind: 'user' });
    expect(items.find(({ kind }) => kind === 'mail.sent')?.data).toMatchObject({ subject: 'Offer' });
  });

  it('comes in pages without gaps or repetitions, and of the kinds that were asked for', async () => {
    const { lead } = await stageMail();
    const subject = { noun: 'lead', id: lead.id } as const;
    await vi.waitFor(async () => expect(await kindsOf(subject)).toHaveLength(7), 10_000);
    const all = (await workspace.caller.timeline.list({ subject })).items;
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await workspace.caller.timeline.list({ subject, limit: 2, cursor });
      walked.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(walked).toEqual(all.map(({ id }) => id));
    expect(await kindsOf(subject, ['mail.opened', 'lead.created'])).toEqual(
      all.map(({ kind }) => kind).filter((kind) => kind === 'mail.opened' || kind === 'lead.created'),
    );
  });

  it('counts what a campaign sent by the hour, and the same again after a rewind', async () => {
    const campaignId = newId();
    const shown = toPublicId('campaign', campaignId);
    await workspace.scope.write(async ({ emit }) => {
      for (const count of [20, 30]) emit('delivery.accepted', { campaignId: shown, count });
      emit('campaign.updated', { campaignId: shown, state: 'running' });
      emit('lead.replied', {
        campaignId: shown,
        leadId: toPublicId('lead', newId()),
        conversationId: toPublicId('conversation', newId()),
      });
    });
    const subject = { noun: 'campaign', id: shown } as const;
    const look = async () =>
      (await workspace.caller.timeline.list({ subject })).items
        .map(({ kind, data }) => `${kind} ${JSON.stringify(data['count'])}`)
        .toSorted((a, b) => a.localeCompare(b));
    const expected = ['campaign.updated undefined', 'lead.replied undefined', 'mail.sent 50'];
    await vi.waitFor(async () => expect(await look()).toEqual(expected), 10_000);
    await rewindConsumer(platform.app.database, 'timeline');
    await vi.waitFor(async () => {
      const rows = await workspace.scope.read(
        `select 1 from event_consumer c where c.workspace_id = $1 and c.position >= (select max(position) from event where workspace_id = $1)`,
        [workspace.workspaceId],
      );
      expect(rows).toHaveLength(1);
    }, 15_000);
    expect(await look()).toEqual(expected);
  }, 40_000);

  it('outlives the events it was written from', async () => {
    const lead = await workspace.caller.leads.create({ email: `${newId()}@client.example` });
    const subject = { noun: 'lead', id: lead.id } as const;
    await vi.waitFor(async () => expect(await kindsOf(subject)).toEqual(['lead.created']), 10_000);
    await platform.app.database.maintain('delete from event where position is not null');
    expect(await kindsOf(subject)).toEqual(['lead.created']);
  });

  it('is read by who may read its noun', async () => {
    const { permissions, ...rest } = workspace.principal;
    const reader = { ...rest, permissions: new Set([...permissions].filter((name) => name !== 'mailbox.read')) };
    const { appRouter } = await import('#features');
    const caller = appRouter.createCaller({
      app: platform.app,
      requestId: 'test',
      principal: reader as TestWorkspace['principal'],
      workspaceId: workspace.workspaceId,
      ip: '127.0.0.1',
      idempotencyKey: null,
    });
    const mailbox = { noun: 'mailbox', id: toPublicId('mailbox', newId()) } as const;
    await expect(caller.timeline.list({ subject: mailbox })).rejects.toThrow('mailbox.read');
    expect((await workspace.caller.timeline.list({ subject: mailbox })).items).toEqual([]);
  });
});
