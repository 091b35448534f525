import type { Lead, LeadFilter } from '@tabard/contract';
import type { List } from '@tabard/contract/crm/list';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { Failure } from '../../base/failure.ts';
import { Query, type QueryHost } from '../../core/query.ts';
import { WindowedQuery } from '../../core/windowed-query.ts';
import type { Sorting } from '../../kit/table-head.ts';
import { leadSort } from './lead-columns.ts';

/** Which leads, as lists and counts take it. */
export interface LeadsAsked {
  filter: LeadFilter;
  where?: WrittenFilter;
}

/** How many they are. */
export const countQuery = (host: QueryHost, asked: () => LeadsAsked): Query<{ count: number }> =>
  new Query(host, {
    key: () => ['leads', 'count', asked()],
    ask: ({ client }) => client.leads.count(asked()),
  });

/** Keeps the order of what is loaded of a list, for the page of one of them to lead to the next. */
export function noteOrderOf(list: WindowedQuery<Lead>): void {
  const ids = Array.from({ length: list.count }, (_, at) => list.at(at)?.id).filter((id) => id !== undefined);
  void import('../record/record-order.ts').then(
    ({ noteOrder }) => noteOrder('lead', ids),
    () => undefined, // the page shows no neighbours then
  );
}

interface LeadQuery {
  asked: () => LeadsAsked;
  sorting: () => Sorting;
  total: () => number | null;
  onFailure: (failure: Failure) => void;
}

/** They themselves, as far as they are looked at. */
export const leadQuery = (host: QueryHost, { asked, sorting, total, onFailure }: LeadQuery): WindowedQuery<Lead> =>
  new WindowedQuery<Lead>(host, {
    key: () => ['leads', 'list', asked(), sorting()],
    ask: ({ client }, { backwards, ...place }) => {
      const { by, direction } = sorting();
      return client.leads.list({
        ...place,
        ...asked(),
        sort: leadSort(by),
        direction: Boolean(backwards) === (direction === 'asc') ? 'desc' : 'asc',
      });
    },
    total,
    reversible: true,
    onFailure,
  });

/** The list that they are filtered by, for whoever may see lists. */
export const listQuery = (host: QueryHost, id: () => string): Query<List> =>
  new Query<List>(host, {
    key: () => (id() && host.session?.can('list.read') ? ['lists', id()] : null),
    ask: ({ client }) => client.lists.get({ id: id() }),
  });
