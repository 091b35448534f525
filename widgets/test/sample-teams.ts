import type { Team } from '@tabard/contract/identity/team';
import { ago } from './sample-records.ts';
import { listRecords, type RecordsAsked } from './sample-pages.ts';

const people = ['Mara Silva', 'Joel Park', 'Priya Kapoor', 'Ines Duarte', 'Noor Haddad'];
const ids = ['mem_0', 'mem_1', 'mem_2', 'mem_5', 'mem_3'];
const team = (at: number, name: string, color: Team['color'], members: readonly number[]): Team => ({
  id: `tea_${at}`,
  name,
  color,
  members: members.map((one, place) => ({ id: ids[one] ?? '', name: people[one] ?? '', isLeader: place === 0 })),
  createdAt: ago(90_000),
  updatedAt: ago(60 * 24 * (at + 1)),
  archivedAt: null,
});

export const teams: readonly Team[] = [
  team(0, 'Sales', 'blue', [0, 1, 2]),
  team(1, 'Customer care', 'green', [3, 0]),
  team(2, 'Partners', null, []),
];
/** The teams as lists offer them. */
export const teamNames = teams.map(({ id, name }) => ({ id, name }));

/** What is answered about teams. */
export const teamAnswers = (empty: boolean | undefined, put: ReadonlySet<string>) => ({
  'teams.list': (input: RecordsAsked) => listRecords(empty ? [] : teams, put, input),
  'teams.get': ({ id }: { id: string }) => teams.find((one) => one.id === id) ?? teams[0],
  'teams.create': (values: object) => ({ ...teams[0]!, ...values }),
  'teams.update': (values: object) => ({ ...teams[0]!, ...values }),
  'teams.setMembers': ({ id }: { id: string }) => teams.find((one) => one.id === id) ?? teams[0],
  'teams.people': () => ({ items: ids.map((id, at) => ({ id, name: people[at] })) }),
});
