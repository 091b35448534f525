import { fieldNamed, filterLimits, filterVersion, quantifiers, type FilterFields } from './filter.ts';
import type { Clock } from './calendar.ts';
import { FaultAt, type FilterCheck, type FilterDetail } from './filter-check.ts';
import { settleCondition } from './settle-condition.ts';

/** What became of a filter: checks, or all that is wrong with it. */
export type Settled = { check: FilterCheck; faults: null } | { check: null; faults: FilterDetail[] };

/**
 * Reads a filter: looks whether the fields allow all that it asks, and turns days and stretches of time into moments by the clock.
 * `path` is where the filter stands in what was given; every fault says where it is.
 * @example settleFilter({ field: 'company', op: 'contains', value: 'harbor' }, fields, clock)
 */
export function settleFilter(filter: unknown, fields: FilterFields, clock: Clock, path = ''): Settled {
  const reading = new Reading(fields, clock);
  const version = isObject(filter) ? filter['version'] : undefined;
  if (version !== undefined && version !== filterVersion)
    reading.note(
      new FaultAt(below(path, 'version'), 'unknown_version', `This is not version ${filterVersion}. Leave it out.`),
    );
  const check = reading.node(filter, path, 1);
  return reading.faults.length > 0 ? { check: null, faults: reading.faults } : { check, faults: null };
}

/** Whether what a filter asks depends on the time, so that it needs a clock. */
export function asksForTime(filter: unknown, fields: FilterFields): boolean {
  if (!isObject(filter)) return false;
  const { all, any, not, field, relation, where } = filter;
  const groups = [all, any].filter(Array.isArray).flat();
  const type = fieldNamed(fields, field)?.type;
  if (type === 'moment' || type === 'date') return true;
  const related = fieldNamed(fields, relation)?.fields;
  if (related && asksForTime(where, related)) return true;
  return [...groups, not].some((one) => asksForTime(one, fields));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const below = (path: string, part: string | number): string => (path ? `${path}.${part}` : `${part}`);

/** What tells a node's kind, and what may stand beside it. */
const besides: Readonly<Record<string, readonly string[]>> = {
  all: [],
  any: [],
  not: [],
  field: ['op', 'value'],
  relation: ['quantifier', 'count', 'where'],
};
const kindsOfNode = Object.keys(besides);

/** What is checked in place of a node that is at fault; nobody sees it. */
const nothing: FilterCheck = { check: 'any', of: [] };

class Reading {
  readonly faults: FilterDetail[] = [];
  #conditions = 0;
  #fields: FilterFields;
  readonly #clock: Clock;

  constructor(fields: FilterFields, clock: Clock) {
    this.#fields = fields;
    this.#clock = clock;
  }

  note(fault: FaultAt): FilterCheck {
    this.faults.push(fault.detail);
    return nothing;
  }

  node(node: unknown, path: string, depth: number): FilterCheck {
    const { depth: deepest } = filterLimits;
    if (depth > deepest)
      return this.note(
        new FaultAt(path, 'too_deep', `Groups can be nested ${deepest} levels deep. Take some out.`, {
          limit: deepest,
        }),
      );
    const kinds = isObject(node) ? kindsOfNode.filter((kind) => node[kind] !== undefined) : [];
    if (!isObject(node) || kinds.length !== 1)
      return this.note(
        new FaultAt(
          path,
          'not_a_condition',
          'Give a field with an operator, a relation with a quantifier, or one of all, any and not.',
        ),
      );
    const [kind = ''] = kinds;
    const stray = Object.keys(node).find(
      (key) => key !== kind && !besides[kind]?.includes(key) && !(depth === 1 && key === 'version'),
    );
    if (stray !== undefined && node[stray] !== undefined)
      return this.note(new FaultAt(below(path, stray), 'not_a_condition', 'This does not belong here. Take it out.'));
    if (kind === 'field' || kind === 'relation') return this.#counted(node, path, depth);
    if (kind === 'not') return { check: 'not', of: this.node(node['not'], below(path, 'not'), depth + 1) };
    return this.#group(node, kind === 'all' ? 'all' : 'any', path, depth);
  }

  #group(node: Record<string, unknown>, kind: 'all' | 'any', path: string, depth: number): FilterCheck {
    const [nodes, here] = [node[kind], below(path, kind)];
    if (!Array.isArray(nodes)) return this.note(new FaultAt(here, 'not_a_condition', 'Give a list of conditions.'));
    if (nodes.length > filterLimits.conditions) return this.#tooMany(here);
    return { check: kind, of: nodes.map((one, index) => this.node(one, below(here, index), depth + 1)) };
  }

  #counted(node: Record<string, unknown>, path: string, depth: number): FilterCheck {
    this.#conditions += 1;
    if (this.#conditions === filterLimits.conditions + 1) return this.#tooMany(path);
    if (this.#conditions > filterLimits.conditions) return nothing;
    try {
      if (node['relation'] !== undefined) return this.#relation(node, path, depth);
      return settleCondition(node, this.#fields, this.#clock, path);
    } catch (error) {
      if (error instanceof FaultAt) return this.note(error);
      throw error;
    }
  }

  /** All that is asked of a relation comes down to at least so many. */
  #relation({ relation, quantifier, count, where }: Record<string, unknown>, path: string, depth: number): FilterCheck {
    const { fields } = fieldNamed(this.#fields, relation) ?? {};
    if (typeof relation !== 'string' || !fields)
      throw new FaultAt(below(path, 'relation'), 'unknown_field', 'There is no such relation to ask for.', {
        name: String(relation).slice(0, 100),
      });
    const how = quantifiers.find((one) => one === quantifier);
    if (how === undefined)
      throw new FaultAt(below(path, 'quantifier'), 'unknown_operator', `Give one of ${quantifiers.join(', ')}.`);
    const many =
      how === 'some' || how === 'none' ? noCount(count, below(path, 'count')) : countIn(count, below(path, 'count'));
    const outer = this.#fields;
    this.#fields = fields;
    const of: FilterCheck =
      where === undefined ? { check: 'all', of: [] } : this.node(where, below(path, 'where'), depth + 1);
    this.#fields = outer;
    if (how === 'some' || how === 'at_least') return { check: 'related', field: relation, least: many, of };
    return { check: 'not', of: { check: 'related', field: relation, least: how === 'none' ? many : many + 1, of } };
  }

  #tooMany(path: string): FilterCheck {
    const { conditions: limit } = filterLimits;
    return this.note(
      new FaultAt(path, 'too_many_conditions', `A filter has at most ${limit} conditions. Take some out.`, { limit }),
    );
  }
}

/** One is what some and none ask for. */
function noCount(count: unknown, path: string): number {
  if (count === undefined) return 1;
  throw new FaultAt(path, 'value_not_allowed', 'Only at_least and at_most take a count. Take it out.');
}

function countIn(count: unknown, path: string): number {
  const { count: limit } = filterLimits;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= limit) return count;
  throw new FaultAt(
    path,
    count === undefined ? 'value_missing' : 'value_wrong',
    `Give a whole number from 1 to ${limit}.`,
    {
      limit,
    },
  );
}
