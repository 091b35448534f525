import { spawnSync } from 'node:child_process';
import type { Commit } from './change-log.ts';
import { compareVersions, readVersion, type Version } from './versions.ts';

/** A tag that is a version: `v1.4.0` or `1.4.0`. */
export interface Tag {
  name: string;
  version: Version;
  /** Whether it stands at the commit that is released. */
  here: boolean;
}

/** What a release asks of its repository. */
export interface Repository {
  /** Files that differ from the commit. */
  dirty: string[];
  /** The day of the commit. */
  day: string;
  /** Versions up to this commit, the newest first. */
  tags: Tag[];
}

/** @throws Error that says what to do when this is no checkout of git. */
export function readRepository(root: string): Repository {
  const head = git(root, 'rev-parse', '--verify', 'HEAD^{commit}');
  if (head === undefined)
    throw new Error(
      'A release is made from a commit, and git knows none here: run it in a clone, or make packages with npm run pack.',
    );
  const told = git(
    root,
    'for-each-ref',
    '--merged=HEAD',
    '--format=%(refname:strip=2) %(objectname) %(*objectname)',
    'refs/tags',
  );
  const tags = lines(told).flatMap((line) => {
    const [name = '', object, commit] = line.split(' ');
    const version = readVersion(name.replace(/^v/, ''));
    return version ? [{ name, version, here: (commit || object) === head.trim() }] : [];
  });
  return {
    dirty: lines(git(root, 'status', '--porcelain')).map((line) => line.slice(3)),
    day: (git(root, 'show', '--no-patch', '--format=%cs', 'HEAD') ?? '').trim(),
    tags: tags.toSorted((one, other) => compareVersions(other.version, one.version)),
  };
}

/** The commits behind a revision, or all of them; merges say nothing of their own. */
export function readCommits(root: string, since: string | undefined): Commit[] {
  if (
    since !== undefined &&
    git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`) === undefined
  )
    throw new Error(
      `git knows no revision "${since}": give --since a tag, a branch or a commit, such as --since v1.3.0.`,
    );
  const range = since === undefined ? 'HEAD' : `${since}..HEAD`;
  const told = git(
    root,
    '-c',
    'core.quotePath=false',
    'log',
    '--no-merges',
    '--name-only',
    '--format=%x1e%s%x1f%b%x1f',
    '--end-of-options',
    range,
    '--',
  );
  return (told ?? '')
    .split('\x1e')
    .slice(1)
    .map((text) => {
      const [subject = '', body = '', paths = ''] = text.split('\x1f');
      return { subject, body, paths: lines(paths) };
    });
}

const lines = (text = ''): string[] => text.split('\n').filter((line) => line !== '');

/** What git answers; nothing when it refuses or is not there. */
function git(root: string, ...words: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
