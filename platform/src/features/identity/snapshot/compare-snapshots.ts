import { isDeepStrictEqual } from 'node:util';
import type { SnapshotDifference as Difference } from '@tabard/contract/identity/snapshot';
import type { SnapshotPart } from '#kernel';
import { partsOf, type SnapshotDocument } from './snapshot-document.ts';

/** The things of a part by what they are known by. Of several with one name, the first is the first of the other side, too. */
export function byName<T>(part: SnapshotPart, things: readonly T[], valueOf: (thing: T) => unknown): Map<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    things.map((thing) => {
      const name = part.nameOf(valueOf(thing));
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [count === 1 ? name : `${name} (${count})`, thing];
    }),
  );
}

/** What somebody would have to do to `from` so that it is as `to`. Parts that `to` does not have are left alone. */
export function compareSnapshots(
  parts: readonly SnapshotPart[],
  from: SnapshotDocument,
  to: SnapshotDocument,
): Difference[] {
  return partsOf(parts, to).flatMap((part) => {
    const itself = (value: unknown) => value;
    const [before, after] = [from, to].map((one) => byName(part, one.parts[part.name] ?? [], itself)) as [
      Map<string, unknown>,
      Map<string, unknown>,
    ]; // as many as documents
    const names = new Set([...after.keys(), ...before.keys()]);
    return [...names].flatMap((name): Difference[] => {
      const told = { part: part.name, name };
      if (!before.has(name)) return [{ ...told, change: 'added', fields: [] }];
      if (!after.has(name)) return [{ ...told, change: 'removed', fields: [] }];
      const fields = fieldsThatDiffer(before.get(name), after.get(name));
      return fields.length > 0 ? [{ ...told, change: 'changed', fields }] : [];
    });
  });
}

/** The paths at which two values differ, as deep as both have them. */
export function fieldsThatDiffer(one: unknown, other: unknown, path: readonly string[] = []): string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) return [path.join('.')];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => fieldsThatDiffer(one[key], other[key], [...path, key]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
