/** A version by the rules of semver, without what builds may add behind a plus: registries drop it. */
export interface Version {
  /** As it is written: 1.4.0 or 1.4.0-beta.1. */
  text: string;
  numbers: readonly [major: number, minor: number, patch: number];
  /** The words behind the hyphen; none for a release proper. */
  before: readonly string[];
}

const number = '(0|[1-9]\\d{0,8})';
const word = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const pattern = new RegExp(`^${number}\\.${number}\\.${number}(?:-(${word}(?:\\.${word})*))?$`);

/** Reads a version; nothing when it is none. */
export function readVersion(text: string): Version | undefined {
  const [, major, minor, patch, before] = pattern.exec(text) ?? [];
  if (major === undefined) return undefined;
  return { text, numbers: [Number(major), Number(minor), Number(patch)], before: before?.split('.') ?? [] };
}

/** Below zero when the first is older, above when it is newer. */
export function compareVersions(one: Version, other: Version): number {
  for (const at of [0, 1, 2] as const)
    if (one.numbers[at] !== other.numbers[at]) return one.numbers[at] - other.numbers[at];
  if (one.before.length === 0 || other.before.length === 0) return other.before.length - one.before.length;
  for (const [at, left] of one.before.entries()) {
    const right = other.before[at];
    if (right === undefined) return 1;
    if (left !== right) return compareWords(left, right);
  }
  return one.before.length - other.before.length;
}

/** Numbers by their size and before words, words by their letters. */
function compareWords(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN)) as [number, number];
  if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return Number.isNaN(a) ? (left < right ? -1 : 1) : a - b;
}

/** What a change asks of the next version. */
export type Weight = 'breaking' | 'feature' | 'correction';

/** The version behind one, by the heaviest of its changes; 0.1.0 is the first. Before 1.0.0 a break counts as a feature. */
export function nextVersion(last: Version | undefined, weight: Weight): string {
  if (!last) return '0.1.0';
  const [major, minor, patch] = last.numbers;
  if (last.before.length > 0) return `${major}.${minor}.${patch}`;
  if (weight === 'breaking' && major > 0) return `${major + 1}.0.0`;
  return weight === 'correction' ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}
