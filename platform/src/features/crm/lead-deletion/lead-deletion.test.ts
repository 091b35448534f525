import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromPublicId, toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollNext } from '#features/outreach/campaign';
import { removedMailFileRetention } from '#features/inbox/conversation';
import { trackingHandler } from '#features/outreach/link';
import { addressHash } from '#features/outreach/suppression';
import { mailLinks } from '#features/outreach/tracking';
import { newId, sweepTable } from '#kernel';
import pg from 'pg';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { person, stage } from '../../../../test/fixture/received-mail.ts';
import { fillWorkspace } from '../../../../test/isolation/fill-workspace.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });

/** A lead that was written to and answered, with all that people keep of one. */
async function stageLead() {
  const staged = await stage(platform);
  const { caller, deliveryId, leadId, messageId, scope, workspaceId, ingest } = staged;
  const id = toPublicId('lead', leadId);
  await scope.write(({ sql }) =>
    sql('update delivery set address_hash = $2 where workspace_id = $1', [
      workspaceId,
      addressHash(platform.app, workspaceId, 'ana@client.example'),
    ]),
  );
  await ingest(person('Re: Offer', 'Yes, please.', `In-Reply-To: <${messageId}>`));
  await caller.leads.update({ id, emails: [{ email: 'ana@second.example' }], lastName: 'Ruizmark' });
  await caller.notes.create({ subject: { noun: 'lead', id }, text: 'Met Ana in Madrid.' });
  await caller.tasks.create({ subject: { noun: 'lead', id }, title: 'Call Ana back' });
  const note = (email: string) => caller.leads.create({ email, firstName: 'Ana', lastName: 'Ruizmark' });
  const other = await note('ana.ruiz@third.example');
  await caller.leadMerges.merge({ id, otherId: other.id });
  const { id: stays } = await note('else@client.example');
  return { ...staged, id, other: other.id, stays, deliveryId };
}

/** Tables in which a text stands, with the rows in which it does. */
async function standsIn({ workspaceId }: Pick<TestWorkspace, 'workspaceId'>, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: platform.config.database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } = await client.query(
        `select 1 from "${name}" t where workspace_id = $1 and strpos(lower(to_jsonb(t)::text), lower($2)) > 0 limit 1`,
        [workspaceId, text],
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** What is told of leads for a while, or for the law: it goes by its own terms. */
const kept = new Set(['audit_log', 'event', 'idempotency_record', 'search_change', 'segment_change']);

describe('a lead that is deleted', () => {
  it('leaves its name, its addresses and what was written with and about it nowhere, and the statistics as they were', async () => {
    const staged = await stageLead();
    const { caller, id, other, one, stays, workspaceId } = staged;
    expect(await caller.leadDeletions.preview({ ids: [id] })).toMatchObject({
      leads: 2,
      sending: 0,
      conversations: 1,
      notes: 1,
      tasks: 1,
    });
    const figures = await one('select sum(firsts)::int from mail_rollup');
    const file = `${workspaceId}/mail/${String(await one('select source_hash from message'))}`;
    expect(await platform.app.ports.blobs.size(file)).toBeGreaterThan(0);
    expect(await caller.leadDeletions.delete({ id })).toEqual({ id });
    for (const gone of [id, other])
      await expect(caller.leads.get({ id: gone })).rejects.toEqual(code('lead.not_found'));
    await expect(caller.leadDeletions.delete({ id })).rejects.toEqual(code('lead.not_found'));
    expect(await caller.leads.get({ id: stays })).toMatchObject({ lastName: 'Ruizmark' });
    await caller.leadDeletions.delete({ id: stays });
    for (const text of [
      'ana@client.example',
      'ana@second.example',
      'ana.ruiz@third.example',
      'Madrid',
      'Yes, please',
      'Ruizmark',
    ])
      expect(
        (await standsIn(staged, text)).filter((table) => !kept.has(table)),
        text,
      ).toEqual([]);
    expect(await one('select sum(firsts)::int from mail_rollup')).toBe(figures);
    await staged.scope.write(({ sql }) =>
      sql(`update removed_mail_file set created_at = now() - interval '2 minutes'`),
    );
    await sweepTable(platform.app, removedMailFileRetention);
    expect(await platform.app.ports.blobs.size(file)).toBeNull();
    expect(await one('select count(*)::int from removed_mail_file')).toBe(0);
  });

  it('can still take the way out of a mail that somebody kept, and is not written to when it comes back', async () => {
    const staged = await stageLead();
    const { caller, deliveryId, id, workspaceId } = staged;
    await caller.leadDeletions.delete({ id });
    const handler = trackingHandler(platform.app);
    const server = createServer((request, response) => void handler(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { pathname } = new URL(mailLinks(platform.app).unsubscribe(workspaceId, deliveryId));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on TCP
    const answer = await fetch(base + pathname, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(200);
    server.close();
    await handler.stop();
    expect(await staged.one('select reason from suppression')).toBe('unsubscribe');
    expect(await staged.one('select email from suppression')).toBeNull();
    const { total } = await caller.suppressions
      .list({ filter: { search: 'ana@client.example' } })
      .then(({ items }) => ({ total: items.length }));
    expect(total).toBe(1);
  });

  it('is never written to again where that is wanted, at any of its addresses', async () => {
    const { caller, id } = await stageLead();
    await caller.leadDeletions.delete({ id, suppress: true });
    const { items } = await caller.suppressions.list({});
    expect(new Map(items.map(({ email, reason }) => [email, reason]))).toEqual(
      new Map([
        ['ana.ruiz@third.example', 'manual'],
        ['ana@client.example', 'manual'],
        ['ana@second.example', 'manual'],
      ]),
    );
  });

  it('stays while a mail to it is on its way or nobody knows whether it arrived, and everything of it stays', async () => {
    const { caller, id, scope, one } = await stageLead();
    for (const state of ['submitting', 'unknown']) {
      await scope.write(({ sql }) =>
        sql('update delivery set state = $1, troubled = $2', [state, state === 'unknown']),
      );
      expect(await caller.leadDeletions.preview({ ids: [id] })).toMatchObject({ leads: 2, sending: 1 });
      await expect(caller.leadDeletions.delete({ id, suppress: true })).rejects.toEqual(code('lead.sending'));
    }
    expect(await one('select count(*)::int from suppression')).toBe(0);
    expect(await one('select count(*)::int from note')).toBe(1);
    const { failures, changed } = await caller.bulkOperations.start({ ids: [id], action: { kind: 'delete' } });
    expect([changed, failures.map(({ code: reason }) => reason)]).toEqual([0, ['sending']]);
  });

  it('gets no mail that waited, and its mails that wait are cancelled', async () => {
    const { caller, id, scope, one } = await stageLead();
    await scope.write(({ sql }) => sql(`update delivery set state = 'planned', due_at = now(), sent_at = null`));
    await caller.leadDeletions.delete({ id });
    expect(await one('select state from delivery')).toBe('cancelled');
    expect(await one('select count(*)::int from enrollment')).toBe(0);
  });

  it('is not deleted with those that were seen when more came in meanwhile', async () => {
    const { caller } = await platform.createWorkspace();
    for (const name of ['a', 'b', 'c']) await caller.leads.create({ email: `${name}@many.example` });
    const action = { kind: 'delete' } as const;
    await expect(caller.bulkOperations.start({ filter: {}, action })).rejects.toEqual(code('request.invalid'));
    await expect(caller.bulkOperations.start({ filter: {}, expected: 2, action })).rejects.toEqual(
      code('bulk_operation.more_than_expected'),
    );
    expect((await caller.leads.list({})).items).toHaveLength(3);
    expect((await caller.bulkOperations.list({})).items).toEqual([]);
    expect(await caller.bulkOperations.start({ filter: {}, expected: 3, action })).toMatchObject({ changed: 3 });
  });

  it('that is part of another one stays with that one, and goes when both are meant', async () => {
    const { caller, id, other, one } = await stageLead();
    expect(await caller.leadDeletions.preview({ ids: [other] })).toMatchObject({ leads: 0, merged: 1, notes: 0 });
    await expect(caller.leadDeletions.delete({ id: other, suppress: true })).rejects.toEqual(code('lead.merged'));
    expect(await one('select count(*)::int from suppression')).toBe(0);
    const alone = await caller.bulkOperations.start({ ids: [other], action: { kind: 'delete' } });
    expect([alone.changed, alone.failures.map(({ code: reason }) => reason)]).toEqual([0, ['merged']]);
    const both = await caller.bulkOperations.start({ ids: [other, id], action: { kind: 'delete' } });
    expect(both).toMatchObject({ changed: 2, failed: 0 });
  });

  it('that nothing was sent to is no lead of a campaign any more; one that was written to stays counted', async () => {
    const { caller, id, scope, one } = await stageLead();
    await scope.write(({ sql }) => sql('update campaign set lead_count = 2'));
    const fresh = await caller.leads.create({ email: 'fresh@client.example' });
    await scope.write(({ sql, workspaceId }) =>
      sql(
        `insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id) select $1, $2, campaign_id, $3, mailbox_id from enrollment`,
        [workspaceId, newId(), fromPublicId('lead', fresh.id)],
      ),
    );
    await caller.leadDeletions.delete({ id: fresh.id });
    await caller.leadDeletions.delete({ id });
    expect(await one('select lead_count from campaign')).toBe(1);
  });

  it('while a campaign takes it in is left out there, and holds nobody else up', async () => {
    const { caller, scope, one } = await stageLead();
    const ids = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, at) => (await caller.leads.create({ email: `race${at}@client.example` })).id,
      ),
    );
    const uuids = ids.map((each) => fromPublicId('lead', each)!);
    const campaignId = String(await one('select id from campaign'));
    await scope.write(({ sql, workspaceId }) =>
      sql(
        `with step as (insert into step (workspace_id, id, campaign_id, position, delay_amount, delay_unit, subject, body)
           values ($1, $2, $3, 1, 0, 'minutes', 'Hello', 'Hello'))
         update campaign set mailbox_ids = (select array_agg(id) from mailbox),
                schedule = '{"timeZone":"UTC","days":[1,2,3,4,5,6,7],"from":"00:00","until":"24:00"}' where id = $3`,
        [workspaceId, newId(), campaignId],
      ),
    );
    const gone = ids.slice(0, 10);
    const enrolling = caller.bulkOperations.start({
      ids,
      action: { kind: 'enroll', campaignId: toPublicId('campaign', campaignId) },
    });
    await Promise.all([enrolling, ...gone.map((each) => caller.leadDeletions.delete({ id: each }))]);
    await scope.write(async (writing) => {
      while (await enrollNext(writing, campaignId)) continue;
    });
    const kept = await scope.read<{ lead_id: string }>(
      'select lead_id from enrollment where lead_id = any($1::uuid[])',
      [uuids],
    );
    expect(new Set(kept.map(({ lead_id: lead }) => lead))).toEqual(new Set(uuids.slice(10)));
  });

  it('is one of many that a bulk operation deletes, and cannot be brought back', async () => {
    const { caller } = await platform.createWorkspace();
    const ids = await Promise.all(
      ['a', 'b'].map(async (name) => (await caller.leads.create({ email: `${name}@bulk.example` })).id),
    );
    const done = await caller.bulkOperations.start({ ids, action: { kind: 'delete', suppress: true } });
    expect(done).toMatchObject({ state: 'completed', changed: 2, failed: 0, undoableUntil: null });
    await expect(caller.bulkOperations.undo({ id: done.id })).rejects.toEqual(code('bulk_operation.not_undoable'));
    expect((await caller.leads.list({ filter: {} })).items).toEqual([]);
    expect((await caller.suppressions.list({})).items).toHaveLength(2);
  });
});

describe('a table that names leads', () => {
  it('keeps the id of none that is deleted, unless it is listed here', async () => {
    const workspace = await platform.createWorkspace();
    const filled = await fillWorkspace(platform, workspace);
    const { caller, scope } = workspace;
    await scope.write(({ sql }) => sql(`update delivery set state = 'accepted', troubled = false, due_at = null`));
    await caller.leadDeletions.delete({ id: toPublicId('lead', filled['lead']!) });
    expect((await standsIn(workspace, filled['lead']!)).filter((table) => !kept.has(table))).toEqual([
      'segment_member', // gone with the next look at the segment, within seconds
    ]);
  });
});
