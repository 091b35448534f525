import type { Weight } from './versions.ts';

/** A commit as the change log reads it. */
export interface Commit {
  subject: string;
  body: string;
  /** The files it touches, from the root of the repository. */
  paths: readonly string[];
}

/** One thing that changed for those who embed. */
export interface Change {
  type: 'feat' | 'fix' | 'perf';
  scope: string;
  text: string;
  breaking: boolean;
  paths: readonly string[];
}

/** What is about our own work, or that of those who run an installation, is no news to embedders, whatever it touches. */
const notTheirs = new Set(
  (
    'bench,check,checks,ci,cli,database,docs,embedded,examples,faults,gallery,isolation,journeys,kernel,migrate,pictures,queue,' +
    'release,screenshots,stories,style,test,tests,tooling,trace'
  ).split(','),
);
const isTestFile = /(^|\/)(test|bench|fixtures)\/|\.(test|slow|journey|bench)\.ts$/;

/** Whether a change touches sources that match, tests aside. */
export const touches = (change: Pick<Change, 'paths'>, sources: RegExp): boolean =>
  change.paths.some((path) => sources.test(path) && !isTestFile.test(path));

/** Reads `type(scope): subject`. A subject may tell several things, each with its type, behind semicolons. */
export function readChanges(commits: readonly Commit[]): Change[] {
  return commits.flatMap(({ subject, body, paths }) =>
    subject.split(/; (?=[a-z]+(?:\([^)]*\))?!?: )/).flatMap((part) => {
      const [, type, scope = '', mark, text] = /^(feat|fix|perf)(?:\(([^)]*)\))?(!)?: +(\S.*)$/.exec(part.trim()) ?? [];
      if (!type || !text || notTheirs.has(scope)) return [];
      const breaking = mark === '!' || /^BREAKING[ -]CHANGE:/m.test(body);
      return [{ type: type as Change['type'], scope, text: text.trim(), breaking, paths }]; // one of the pattern's
    }),
  );
}

/** The heaviest of the changes. */
export function weigh(changes: readonly Change[]): Weight {
  if (changes.some(({ breaking }) => breaking)) return 'breaking';
  return changes.some(({ type }) => type === 'feat') ? 'feature' : 'correction';
}

const groups: [title: string, has: (change: Change) => boolean][] = [
  ['Needs your hands', ({ breaking }) => breaking],
  ['New', ({ type, breaking }) => type === 'feat' && !breaking],
  ['Mended', ({ type, breaking }) => type === 'fix' && !breaking],
  ['Faster', ({ type, breaking }) => type === 'perf' && !breaking],
];

/** The change log as Markdown: groups by what a change is, in each the scopes by name, of a scope the newest first. */
export function writeChangeLog(version: string, day: string, changes: readonly Change[]): string {
  const written = groups.flatMap(([title, has]) => {
    const lines = [...new Set(changes.filter(has).toSorted(byScope).map(toLine))];
    return lines.length > 0 ? [`### ${title}\n\n${lines.join('\n')}`] : [];
  });
  const body = written.length > 0 ? written.join('\n\n') : 'Nothing changed but the version.';
  return `# Changes\n\n## ${version} (${day})\n\n${body}\n`;
}

const byScope = (one: Change, other: Change): number =>
  one.scope < other.scope ? -1 : Number(one.scope > other.scope);

function toLine({ scope, text }: Change): string {
  // A tag is shown, not obeyed.
  const shown = text.includes('`') ? text : text.replaceAll('<', '\\<');
  return scope ? `- **${scope}**: ${shown}` : `- ${shown}`;
}
