import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { mailServerColumns, mailServerOf, reportMailboxProblem, type MailServerRow } from './index.ts';

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
    expect(archived).toMatchObject({ state: 'paused', problem: null, archivedAt: expect.any(String) });
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

  it('comes back paused, with its passwords, and sends when a person says so', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account());
    await caller.mailboxes.archive({ ids: [id] });
    expect(await caller.mailboxes.restore({ ids: [id] })).toEqual({ count: 1 });
    expect((await caller.mailboxes.list({})).items).toMatchObject([{ id, state: 'paused', archivedAt: null }]);
    const [row] = await scope.read<MailServerRow>(`select ${mailServerColumns} from mailbox m where m.id = $1`, [
      uuidOf(id),
    ]);
    expect(mailServerOf(platform.app, row!, 'smtp')).toMatchObject({ password: 'sandbox' });
    expect(await caller.mailboxes.update({ id, paused: false })).toMatchObject({ state: 'active' });
    expect(await scope.read(`select type from event where type like 'mailbox.%' order by id`)).toEqual(
      ['created', 'archived', 'restored', 'updated'].map((verb) => ({ type: `mailbox.${verb}` })),
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
