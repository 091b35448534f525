import { describe, expect, it } from 'vitest';
import { leadNoun } from '../crm/lead.ts';
import { leadRelations } from '../crm/lead-relations.ts';
import { addToDay } from './calendar.ts';
import { filterLimits } from './filter.ts';
import { filterFieldsOf } from './noun-filter.ts';
import { predicateOf } from './predicate-of.ts';
import { settleFilter } from './settle-filter.ts';

const fields = {
  ...filterFieldsOf(leadNoun),
  score: { type: 'number' },
  size: { type: 'number', whole: true },
  worth: { type: 'money' },
  born: { type: 'date' },
  ...leadRelations,
} as const;
// Half past midnight in Paris, still yesterday in London.
const clock = { now: Date.parse('2026-03-29T22:30:00Z'), timeZone: 'Europe/Paris' };
const faults = (filter: unknown) =>
  settleFilter(filter, fields, clock, 'where').faults?.map(({ path, reason }) => `${path}: ${reason}`) ?? [];
const nested = (depth: number): object =>
  depth === 0 ? { field: 'company', op: 'is', value: 'x' } : { not: nested(depth - 1) };

describe('a filter that is wrong', () => {
  it.each([
    [null, 'where: not_a_condition'],
    ['company', 'where: not_a_condition'],
    [{}, 'where: not_a_condition'],
    [{ all: [], any: [] }, 'where: not_a_condition'],
    [{ all: {} }, 'where.all: not_a_condition'],
    [{ all: [{ any: [7] }] }, 'where.all.0.any.0: not_a_condition'],
    [{ not: [] }, 'where.not: not_a_condition'],
    [{ all: [], op: 'is' }, 'where.op: not_a_condition'],
    [{ version: 2, all: [] }, 'where.version: unknown_version'],
    [{ all: [{ version: 1, all: [] }] }, 'where.all.0.version: not_a_condition'],
    [{ field: 'salary', op: 'is', value: 'x' }, 'where.field: unknown_field'],
    [{ field: 'constructor', op: 'is', value: 'x' }, 'where.field: unknown_field'],
    [{ field: 'custom', op: 'is', value: 'x' }, 'where.field: unknown_field'],
    [{ field: 'company', op: 'between', value: ['a', 'b'] }, 'where.op: unknown_operator'],
    [{ field: 'company', op: 'toString', value: 'x' }, 'where.op: unknown_operator'],
    [{ field: 'company' }, 'where.op: unknown_operator'],
    [{ field: 'company', op: 'is' }, 'where.value: value_missing'],
    [{ field: 'company', op: 'is_empty', value: 'x' }, 'where.value: value_not_allowed'],
    [{ field: 'company', op: 'is', value: '' }, 'where.value: value_wrong'],
    [{ field: 'company', op: 'is', value: '\u0301' }, 'where.value: value_wrong'],
    [{ field: 'company', op: 'is', value: 'a\0' }, 'where.value: value_wrong'],
    [{ field: 'company', op: 'is', value: 'x'.repeat(501) }, 'where.value: too_long'],
    [{ field: 'company', op: 'is_one_of', value: [] }, 'where.value: value_wrong'],
    [{ field: 'company', op: 'is_one_of', value: ['a', 7] }, 'where.value.1: value_wrong'],
    [{ field: 'company', op: 'is_one_of', value: Array(501).fill('a') }, 'where.value: too_many_values'],
    [{ field: 'email', op: 'is', value: 'ana' }, 'where.value: value_wrong'],
    [{ field: 'status', op: 'is', value: 'happy' }, 'where.value: value_not_listed'],
    [{ field: 'importId', op: 'is', value: 'lea_1' }, 'where.value: value_wrong'],
    [{ field: 'score', op: 'greater', value: '7' }, 'where.value: value_wrong'],
    [{ field: 'size', op: 'is', value: 1.5 }, 'where.value: value_wrong'],
    [{ field: 'size', op: 'is', value: 2 ** 53 }, 'where.value: out_of_range'],
    [{ field: 'score', op: 'between', value: [2, 1] }, 'where.value: value_wrong'],
    [{ field: 'worth', op: 'is', value: { amount: 1, currency: 'euro' } }, 'where.value.currency: value_wrong'],
    [{ field: 'born', op: 'on', value: '2026-02-30' }, 'where.value: value_wrong'],
    [{ field: 'born', op: 'before', value: '2026-02-03T10:00:00Z' }, 'where.value: value_wrong'],
    [{ field: 'born', op: 'in_last', value: { count: 3, unit: 'hour' } }, 'where.value.unit: value_wrong'],
    [{ field: 'born', op: 'in_last', value: { count: 0, unit: 'day' } }, 'where.value.count: value_wrong'],
    [{ field: 'born', op: 'in_last', value: { count: 9000, unit: 'year' } }, 'where.value: out_of_range'],
    [{ field: 'createdAt', op: 'before', value: '2026-02-30T10:00:00Z' }, 'where.value: value_wrong'],
    [{ field: 'createdAt', op: 'on', value: { offset: 0.5, unit: 'day' } }, 'where.value.offset: value_wrong'],
    [{ field: 'mailEvents', op: 'is_empty' }, 'where.field: unknown_field'],
    [{ field: 'custom.Lane', op: 'is_empty' }, 'where.field: unknown_field'],
    [{ relation: 'company', quantifier: 'some' }, 'where.relation: unknown_field'],
    [{ relation: 'mailEvents', quantifier: 'all' }, 'where.quantifier: unknown_operator'],
    [{ relation: 'mailEvents', quantifier: 'none', count: 2 }, 'where.count: value_not_allowed'],
    [{ relation: 'mailEvents', quantifier: 'at_least' }, 'where.count: value_missing'],
    [{ relation: 'mailEvents', quantifier: 'at_most', count: 0 }, 'where.count: value_wrong'],
    [{ relation: 'mailEvents', quantifier: 'some', op: 'is' }, 'where.op: not_a_condition'],
    [
      { relation: 'mailEvents', quantifier: 'some', where: { field: 'company', op: 'is_empty' } },
      'where.where.field: unknown_field',
    ],
    [nested(filterLimits.depth), `where${'.not'.repeat(filterLimits.depth)}: too_deep`],
    [{ any: Array.from({ length: 101 }, () => ({ field: 'city', op: 'is_empty' })) }, 'where.any: too_many_conditions'],
  ])('says where and why: %j', (filter, told) => expect(faults(filter)).toEqual([told]));

  it('is told all that is wrong at once', () => {
    const filter = { all: [{ field: 'x', op: 'is', value: 1 }, { not: { field: 'city', op: 'is' } }] };
    expect(faults(filter)).toEqual(['where.all.0.field: unknown_field', 'where.all.1.not.value: value_missing']);
  });

  it('is refused once for too many conditions, wherever they stand', () => {
    const fifty = { all: Array.from({ length: 51 }, () => ({ field: 'city', op: 'is_empty' })) };
    expect(faults({ all: [fifty, fifty] })).toEqual(['where.all.1.all.49: too_many_conditions']);
  });
});

describe('a filter', () => {
  const takes = (filter: object, record: object): boolean => {
    const { check } = settleFilter(filter, fields, clock);
    return check !== null && predicateOf(check)({ ...record });
  };

  it('counts days by the clock of the workspace, the shorter one of a leap too', () => {
    const on = { field: 'createdAt', op: 'on', value: '2026-03-29' };
    expect(takes(on, { createdAt: '2026-03-28T23:00:00.000Z' })).toBe(true);
    expect(takes(on, { createdAt: '2026-03-29T21:59:59.999Z' })).toBe(true);
    expect(takes(on, { createdAt: '2026-03-29T22:00:00.000Z' })).toBe(false);
    const today = { field: 'createdAt', op: 'in_last', value: { count: 1, unit: 'day' } };
    expect(takes(today, { createdAt: '2026-03-29T22:00:00.000Z' })).toBe(true);
    expect(takes(today, { createdAt: '2026-03-29T21:59:59.999Z' })).toBe(false);
  });

  it('takes days that a month does not have for its last one', () => {
    expect(addToDay('2024-02-29', 1, 'year')).toBe('2025-02-28');
    expect(addToDay('2026-03-31', -1, 'month')).toBe('2026-02-28');
    expect(addToDay('2026-12-31', 2, 'month')).toBe('2027-02-28');
    expect(addToDay('2026-03-01', -1, 'week')).toBe('2026-02-22');
  });

  it('takes what lacks a value only for operators that say no', () => {
    for (const company of [null, '', undefined]) {
      expect(takes({ field: 'company', op: 'is', value: 'x' }, { company })).toBe(false);
      expect(takes({ field: 'company', op: 'not_contains', value: 'x' }, { company })).toBe(true);
      expect(takes({ field: 'company', op: 'is_empty' }, { company })).toBe(true);
    }
    expect(takes({ all: [] }, {})).toBe(true);
    expect(takes({ any: [] }, {})).toBe(false);
  });

  it('finds addresses in any spelling, and custom fields under their key', () => {
    const lead = { email: 'zoe@xn--mller-kva.example', custom: { lane: 'Venlo' } };
    expect(takes({ field: 'email', op: 'is', value: 'ZOE@Müller.example' }, lead)).toBe(true);
    const { check } = settleFilter(
      { field: 'custom.lane', op: 'is', value: 'VENLO' },
      { 'custom.lane': { type: 'text' } },
      clock,
    );
    expect(predicateOf(check!)(lead)).toBe(true);
  });
});
