import { filterLimits, filterVersion, type FilterFields } from './filter.ts';
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
  const { all, any, not, field } = filter;
  const groups = [all, any].filter(Array.isArray).flat();
  const type = typeof field === 'string' && Object.hasOwn(fields, field) ? fields[field]?.type : undefined;
  return type === 'moment' || type === 'date' || [...groups, not].some((one) => asksForTime(one, fields));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const below = (path: string, part: string | number): string => (path ? `${path}.${part}` : `${part}`);

/** What is checked in place of a node that is at fault; nobody sees it. */
const nothing: FilterCheck = { check: 'any', of: [] };

class Reading {
  readonly faults: FilterDetail[] = [];
  #conditions = 0;
  readonly #fields: FilterFields;
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
    const kinds = isObject(node) ? ['all', 'any', 'not', 'field'].filter((kind) => node[kind] !== undefined) : [];
    if (!isObject(node) || kinds.length !== 1)
      return this.note(
        new FaultAt(path, 'not_a_condition', 'Give either a field with an operator, or one of all, any and not.'),
      );
    const known = kinds[0] === 'field' ? ['field', 'op', 'value'] : kinds;
    const stray = Object.keys(node).find((key) => !known.includes(key) && !(depth === 1 && key === 'version'));
    if (stray !== undefined && node[stray] !== undefined)
      return this.note(new FaultAt(below(path, stray), 'not_a_condition', 'This does not belong here. Take it out.'));
    if (kinds[0] === 'field') return this.#condition(node, path);
    if (kinds[0] === 'not') return { check: 'not', of: this.node(node['not'], below(path, 'not'), depth + 1) };
    return this.#group(node, kinds[0] === 'all' ? 'all' : 'any', path, depth);
  }

  #group(node: Record<string, unknown>, kind: 'all' | 'any', path: string, depth: number): FilterCheck {
    const [nodes, here] = [node[kind], below(path, kind)];
    if (!Array.isArray(nodes)) return this.note(new FaultAt(here, 'not_a_condition', 'Give a list of conditions.'));
    if (nodes.length > filterLimits.conditions) return this.#tooMany(here);
    return { check: kind, of: nodes.map((one, index) => this.node(one, below(here, index), depth + 1)) };
  }

  #condition(node: Record<string, unknown>, path: string): FilterCheck {
    this.#conditions += 1;
    if (this.#conditions === filterLimits.conditions + 1) return this.#tooMany(path);
    if (this.#conditions > filterLimits.conditions) return nothing;
    try {
      return settleCondition(node, this.#fields, this.#clock, path);
    } catch (error) {
      if (error instanceof FaultAt) return this.note(error);
      throw error;
    }
  }

  #tooMany(path: string): FilterCheck {
    const { conditions: limit } = filterLimits;
    return this.note(
      new FaultAt(path, 'too_many_conditions', `A filter has at most ${limit} conditions. Take some out.`, { limit }),
    );
  }
}
