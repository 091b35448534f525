import type { WrittenFilter } from '@tabard/contract/filters';
import type { FilterOperator, Quantifier } from '@tabard/contract/filters';

/** How many parts of a group must hold. */
export type Match = 'all' | 'any' | 'none';
/** One question; without a field it is still to be chosen. */
export interface ConditionPart {
  readonly kind: 'condition';
  readonly id: number;
  readonly field?: string | undefined;
  readonly op?: FilterOperator | undefined;
  readonly value?: unknown;
}
export interface GroupPart {
  readonly kind: 'group';
  readonly id: number;
  readonly match: Match;
  readonly parts: readonly Part[];
}
/** How many records that belong to one are such. */
export interface RelationPart {
  readonly kind: 'relation';
  readonly id: number;
  readonly relation: string;
  readonly quantifier: Quantifier;
  readonly count?: number | undefined;
  readonly of: GroupPart;
}
/** A part of a filter while it is written: it keeps its id through every change, so that what is looked at stays where it is. */
export type Part = ConditionPart | GroupPart | RelationPart;

let last = 0;
const newId = (): number => (last += 1);

export const newCondition = (): ConditionPart => ({ kind: 'condition', id: newId() });
export const newGroup = (match: Match, parts: readonly Part[] = [newCondition()]): GroupPart => ({
  kind: 'group',
  id: newId(),
  match,
  parts,
});
/** Of a relation all records count until something is asked of them. */
export const newRelation = (relation: string): RelationPart => ({
  kind: 'relation',
  id: newId(),
  relation,
  quantifier: 'some',
  of: newGroup('all', []),
});

/** A filter as a group of parts, whatever stands at its top. */
export function rootOf(given: WrittenFilter): GroupPart {
  const { version: _, ...filter } = given;
  if (Object.keys(filter).length === 0) return newGroup('all', []);
  const part = partOf(filter);
  return part.kind === 'group' ? part : newGroup('all', [part]);
}

function partOf(node: WrittenFilter): Part {
  if (node.all) return newGroup('all', node.all.map(partOf));
  if (node.any) return newGroup('any', node.any.map(partOf));
  if (node.not) return newGroup('none', node.not.any ? node.not.any.map(partOf) : [partOf(node.not)]);
  if (node.relation !== undefined) {
    const { relation, quantifier = 'some', count, where } = node;
    return {
      kind: 'relation',
      id: newId(),
      relation,
      quantifier,
      count,
      of: where ? rootOf(where) : newGroup('all', []),
    };
  }
  const { field, op, value } = node;
  return { kind: 'condition', id: newId(), field, op, value };
}

/** What parts say, and where each of them stands in it. */
export interface Written {
  filter: WrittenFilter;
  /** Dotted paths by the parts' ids, as faults name them. */
  paths: ReadonlyMap<number, string>;
  /** A field is still to be chosen somewhere. */
  blank: boolean;
}

/** The filter that parts say; `at` is where it stands in what is sent. */
export function written(root: GroupPart, at: string): Written {
  const paths = new Map<number, string>();
  let blank = false;
  const node = (part: Part, path: string): WrittenFilter => {
    paths.set(part.id, path);
    if (part.kind === 'group') return group(part, path);
    if (part.kind === 'condition') {
      const { field, op, value } = part;
      return { field, op, ...(value !== undefined && { value }) };
    }
    const { relation, quantifier, count, of } = part;
    return {
      relation,
      quantifier,
      ...(count !== undefined && { count }),
      ...(of.parts.length > 0 && { where: node(of, `${path}.where`) }),
    };
  };
  const group = ({ match, parts }: GroupPart, path: string): WrittenFilter => {
    const kind = match === 'none' ? 'not.any' : match;
    const chosen = parts.filter((part) => part.kind !== 'condition' || part.field !== undefined);
    if (chosen.length < parts.length) blank = true;
    const nodes = chosen.map((part, index) => node(part, `${path}.${kind}.${index}`));
    return match === 'all' ? { all: nodes } : match === 'any' ? { any: nodes } : { not: { any: nodes } };
  };
  const filter = node(root, at);
  return { filter, paths, blank };
}

/** Parts with one of them made another by its id; `null` takes it away, and with it a group or a relation's group that it leaves empty. */
export function changePart(
  root: GroupPart,
  id: number,
  change: (part: Part) => Part | readonly Part[] | null,
): GroupPart {
  const inGroup = (group: GroupPart): GroupPart => ({ ...group, parts: group.parts.flatMap(inPart) });
  const inPart = (part: Part): readonly Part[] => {
    if (part.id === id) return [change(part) ?? []].flat();
    if (part.kind === 'relation')
      return [{ ...part, of: part.of.id === id ? (change(part.of) as GroupPart) : inGroup(part.of) }]; // a group stays one
    if (part.kind === 'condition') return [part];
    const changed = inGroup(part);
    return changed.parts.length === 0 && part.parts.length > 0 ? [] : [changed];
  };
  return root.id === id ? (change(root) as GroupPart) : inGroup(root); // the root stays a group
}

/** The same part once more, with ids of its own. */
export function copyOf(part: Part): Part {
  if (part.kind === 'condition') return { ...part, id: newId() };
  if (part.kind === 'relation') return { ...part, id: newId(), of: copyOf(part.of) as GroupPart }; // the copy of a group
  return { ...part, id: newId(), parts: part.parts.map(copyOf) };
}

/** How many questions a filter asks, in all of its groups. */
export const countConditions = (filter: WrittenFilter | undefined): number =>
  filter === undefined
    ? 0
    : (filter.field !== undefined ? 1 : 0) +
      (filter.relation !== undefined ? 1 : 0) +
      [...(filter.all ?? []), ...(filter.any ?? []), ...(filter.not ? [filter.not] : [])].reduce(
        (sum, one) => sum + countConditions(one),
        0,
      );
