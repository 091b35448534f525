import { msg } from '@lit/localize';
import type { LeadFilter, LeadStatus } from '@tabard/contract';
import type { Condition, FilterField, FilterGroup } from '../../kit/filter-group.ts';
import { statusTones, statusWord } from '../lead-labels.ts';

const STATUSES = Object.keys(statusTones) as LeadStatus[]; // it has a tone for each

/** What can be asked about leads. `listName` is what the list in the filter is called. `without` are fields that the view shown has answered already. */
export function leadFilterFields(filter: LeadFilter, without: LeadFilter, listName = ''): readonly FilterField[] {
  const is = [{ id: 'is', label: msg('is') }];
  const fields: FilterField[] = [
    {
      id: 'status',
      label: msg('Status'),
      operators: [{ id: 'any_of', label: msg('is any of') }],
      options: STATUSES.map((value) => ({ value, label: statusWord(value) })),
      several: true,
    },
    { id: 'company', label: msg('Company'), operators: is },
    { id: 'country', label: msg('Country'), operators: is },
    { id: 'tag', label: msg('Tag'), operators: is },
    {
      id: 'archived',
      label: msg('Kept in'),
      operators: is,
      options: [{ value: 'true', label: msg('the archive') }],
    },
  ];
  // An import is reached from its report; here it can only be seen and left.
  if (filter.importId) fields.push({ id: 'importId', label: msg('Import'), operators: is });
  const { listId } = filter;
  if (listId)
    fields.push({
      id: 'listId',
      label: msg('List'),
      operators: is,
      options: [{ value: listId, label: listName || '…' }],
    });
  return fields.filter(({ id }) => !Object.hasOwn(without, id));
}

/** The conditions of a filter, in the order they are shown. Words of a search are not among them. */
export function conditionsOf(filter: LeadFilter): FilterGroup {
  const one = (field: keyof LeadFilter, value: string | undefined): readonly Condition[] =>
    value === undefined ? [] : [{ field, operator: 'is', values: [value] }];
  return {
    match: 'all',
    conditions: [
      ...(filter.status?.length ? [{ field: 'status', operator: 'any_of', values: filter.status }] : []),
      ...one('company', filter.company),
      ...one('country', filter.country),
      ...one('tag', filter.tag),
      ...one('archived', filter.archived ? 'true' : undefined),
      ...one('importId', filter.importId),
      ...one('listId', filter.listId),
    ],
  };
}

/** The platform's filter that conditions and the words of a search make. */
export function filterOf({ conditions }: FilterGroup, search: string | undefined): LeadFilter {
  const values = (field: string): readonly string[] => conditions.find((one) => one.field === field)?.values ?? [];
  const [company, country, tag, importId, listId] = ['company', 'country', 'tag', 'importId', 'listId'].map(
    (field) => values(field)[0],
  );
  const status = STATUSES.filter((one) => values('status').includes(one));
  return {
    ...(search && { search }),
    ...(status.length > 0 && { status }),
    ...(company && { company }),
    ...(country && { country }),
    ...(tag && { tag }),
    ...(values('archived')[0] === 'true' && { archived: true }),
    ...(importId && { importId }),
    ...(listId && { listId }),
  };
}
