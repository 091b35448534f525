import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { newId } from '#kernel';
import {
  clearMailboxProblem,
  mailServerColumns,
  mailServerOf,
  reportMailboxProblem,
  type MailServerRow,
} from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });
const uuidOf = (id: string) => fromPublicId('mailbox', id)!;
const account = (address = 'ann@example.com') => ({
  address,
  displayName: 'Ann',
  smtp: { host: 'localhost', port: 25, security: 'none' as const, user: address, password: 'sandbox' },
});

describe('a mailbox that is archived', () => {
  it('neither sends nor receives, and gives its address free for another', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account());
    await scope.write((write) => reportMailboxProblem(write, uuidOf(id), { state: 'failing', problem: 'Away.' }));
    expect(await caller.mailboxes.archive({ ids: [id] })).toEqual({ count: 1 });
    const archived = await caller.mailboxes.get({ id });
    expect(archived).toMatchObject({ archivedAt: expect.any(String) });
    expect((await caller.mailboxes.list({})).items).toEqual([]);
    expect((await caller.mailboxes.list({ filter: { archived: true } })).items).toEqual([archived]);
    for (const act of ['check', 'update'] as const)
      await expect(caller.mailboxes[act]({ id })).rejects.toEqual(code('mailbox.not_found'));
    // Once more changes nothing, and tells nobody.
    await caller.mailboxes.archive({ ids: [id] });
    expect(await caller.mailboxes.get({ id })).toEqual(archived);
    expect(await scope.read(`select from event where type = 'mailbox.archived'`)).toHaveLength(1);
    await caller.mailboxes.create(account());
  });

  it('comes back as it was: sending, paused, or with what is wrong with it', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const [active, paused, failing, broken] = await Promise.all(
      ['ann', 'bea', 'cat', 'dan'].map((name) => caller.mailboxes.create(account(`${name}@example.com`))),
    );
    await caller.mailboxes.update({ id: paused!.id, paused: true });
    for (const [box, state] of [
      [failing, 'failing'],
      [broken, 'disconnected'],
    ] as const)
      await scope.write((write) => reportMailboxProblem(write, uuidOf(box!.id), { state, problem: 'Away.' }));
    const ids = [active!.id, paused!.id, failing!.id, broken!.id];
    const shown = async () =>
      (await caller.mailboxes.list({ sort: 'address', direction: 'asc' })).items.map(({ state, problem }) => [
        state,
        problem,
      ]);
    const before = await shown();
    expect(before).toEqual([
      ['active', null],
      ['paused', null],
      ['failing', 'Away.'],
      ['disconnected', 'Away.'],
    ]);
    await caller.mailboxes.archive({ ids });
    // What is late to say so says nothing of what is archived.
    await scope.write((write) =>
      reportMailboxProblem(write, uuidOf(active!.id), { state: 'failing', problem: 'Late.' }),
    );
    await scope.write((write) => clearMailboxProblem(write, uuidOf(failing!.id)));
    await caller.mailboxes.restore({ ids });
    expect(await shown()).toEqual(before);
  });

  it('is archived only when told so where a running campaign sends from it, and says what that stops', async () => {
    const { caller, scope, workspaceId } = await platform.createWorkspace();
    const [used, free] = [
      await caller.mailboxes.create(account()),
      await caller.mailboxes.create(account('bea@example.com')),
    ];
    const { id: leadId } = await caller.leads.create({ email: 'lena@client.example' });
    const campaign = await caller.campaigns.create({ name: 'Spring', mailboxIds: [used.id] });
    await scope.write(async ({ sql }) => {
      await sql(`update campaign set state = 'running'`);
      await sql(
        `insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id, next_step_at) values ($1, $2, $3, $4, $5, now())`,
        [workspaceId, newId(), fromPublicId('campaign', campaign.id), fromPublicId('lead', leadId), uuidOf(used.id)],
      );
    });
    const ids = [free.id, used.id];
    expect(await caller.mailboxes.uses({ ids })).toEqual({
      campaigns: [{ id: campaign.id, name: 'Spring', leads: 1 }],
    });
    await expect(caller.mailboxes.archive({ ids })).rejects.toMatchObject({
      cause: { code: 'mailbox.in_use', details: [{ path: 'ids.1', message: expect.stringContaining('"Spring"') }] },
    });
    expect((await caller.mailboxes.list({})).items).toHaveLength(2);
    await caller.mailboxes.archive({ ids: [free.id] });
    await caller.mailboxes.archive({ ids, stopSending: true });
    expect((await caller.mailboxes.list({})).items).toEqual([]);
    expect(await caller.mailboxes.uses({ ids })).toEqual({ campaigns: [] });
    expect(await caller.campaigns.whyNotNow({ id: campaign.id })).toMatchObject({
      reasons: [{ reason: 'mailbox_archived', count: 1 }],
    });
  });

  it('comes back with its passwords', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account());
    await caller.mailboxes.archive({ ids: [id] });
    expect(await caller.mailboxes.restore({ ids: [id] })).toEqual({ count: 1 });
    expect((await caller.mailboxes.list({})).items).toMatchObject([{ id, state: 'active', archivedAt: null }]);
    const [row] = await scope.read<MailServerRow>(`select ${mailServerColumns} from mailbox m where m.id = $1`, [
      uuidOf(id),
    ]);
    expect(mailServerOf(platform.app, row!, 'smtp')).toMatchObject({ password: 'sandbox' });
    expect(await scope.read(`select type from event where type like 'mailbox.%' order by id`)).toEqual(
      ['created', 'archived', 'restored'].map((verb) => ({ type: `mailbox.${verb}` })),
    );
  });

  it('does not come back while another live one has its address, and neither do those with it', async () => {
    const { caller } = await platform.createWorkspace();
    const [first, other] = [
      await caller.mailboxes.create(account()),
      await caller.mailboxes.create(account('bea@example.com')),
    ];
    await caller.mailboxes.archive({ ids: [first.id, other.id] });
    const second = await caller.mailboxes.create(account());
    await expect(caller.mailboxes.restore({ ids: [other.id, first.id] })).rejects.toEqual(
      code('mailbox.address_taken'),
    );
    expect(await caller.mailboxes.count({ filter: { archived: true } })).toEqual({ count: 2 });
    await caller.mailboxes.archive({ ids: [second.id] });
    expect(await caller.mailboxes.restore({ ids: [other.id, first.id] })).toEqual({ count: 2 });
  });
});

describe('a mailbox among many', () => {
  it('is found by its state, by words of its name and address, and in the order of addresses, page by page', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const names = ['dan', 'ann', 'cat', 'bea'];
    for (const name of names)
      await caller.mailboxes.create({ ...account(`${name}@example.com`), displayName: `${name} Müller` });
    const [newest] = (await caller.mailboxes.list({ limit: 1 })).items;
    expect(newest).toMatchObject({ address: 'bea@example.com' });
    await scope.write((write) =>
      reportMailboxProblem(write, uuidOf(newest!.id), { state: 'failing', problem: 'Away.' }),
    );
    const search = async (filter: Parameters<typeof caller.mailboxes.list>[0]['filter']) => {
      const { items } = await caller.mailboxes.list({ filter, sort: 'address', direction: 'asc' });
      expect(await caller.mailboxes.count({ filter })).toEqual({ count: items.length });
      return items.map(({ address }) => address.slice(0, 3));
    };
    expect(await search({ state: ['failing', 'disconnected'] })).toEqual(['bea']);
    expect(await search({ search: 'MULLER' })).toEqual(['ann', 'bea', 'cat', 'dan']);
    expect(await search({ search: 'cat@example.com' })).toEqual(['cat']);
    const first = await caller.mailboxes.list({ sort: 'address', direction: 'asc', limit: 3 });
    const rest = await caller.mailboxes.list({
      sort: 'address',
      direction: 'asc',
      limit: 3,
      cursor: first.nextCursor!,
    });
    expect([...first.items, ...rest.items].map(({ address }) => address.slice(0, 3))).toEqual(names.toSorted());
  });
});
