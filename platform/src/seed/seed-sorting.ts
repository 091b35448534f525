import type { appRouter } from '#features';

type Caller = ReturnType<typeof appRouter.createCaller>;

const colors = ['teal', 'violet', 'orange', 'green', 'blue', 'pink'] as const;

/** What the leads of a client are sorted by: colours and categories of their tags, a list to work with, and one that no campaign enrolls. */
export async function seedSorting(caller: Caller): Promise<void> {
  const { items: tags } = await caller.tags.list({ sort: 'name', direction: 'asc', limit: 50 });
  for (const [at, { id, name }] of tags.entries()) {
    const category = /\d/.test(name) ? 'Event' : 'Trade';
    await caller.tags.update({ id, color: colors[at % colors.length], category });
  }
  const idsOf = async (skip: number, limit: number) =>
    (await caller.leads.list({ skip, limit })).items.map(({ id }) => id);
  const second = await caller.lists.create({
    name: 'Second conversation',
    description: 'They asked for more than the first mail says.',
  });
  await caller.lists.addLeads({ id: second.id, leadIds: await idsOf(3, 14) });
  const customers = await caller.lists.create({
    name: 'Customers',
    description: 'They have bought already.',
    kind: 'exclude',
  });
  await caller.lists.addLeads({ id: customers.id, leadIds: await idsOf(40, 6) });
}
