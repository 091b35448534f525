import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseVersion, lastTag } from './choose-version.ts';
import { makeRelease } from './make-release.ts';
import { readReleaseOptions } from './release-options.ts';
import { readCommits, readRepository } from './repository.ts';

/** A repository in which nothing can be built: whatever is refused, is refused before. */
const root = mkdtempSync(join(tmpdir(), 'release-'));
const git = (...words: string[]): void => void execFileSync('git', words, { cwd: root, stdio: 'ignore' });
const commit = (subject: string): void => {
  writeFileSync(join(root, 'sdk/src/call.ts'), subject);
  git('add', '.');
  git(
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@quayside.example',
    '-c',
    'commit.gpgsign=false',
    'commit',
    '-m',
    subject,
  );
};
const release = (words: string): Promise<unknown> =>
  makeRelease(readReleaseOptions(words.split(' ').filter(Boolean)), { root, from: root, say: () => undefined });

beforeAll(() => {
  mkdirSync(join(root, 'sdk/src'), { recursive: true });
  git('init');
  commit('feat(sdk): calls');
  git('tag', 'v1.2.0');
  git('tag', 'a-good-day');
  commit('fix(sdk): calls end');
  git('tag', '1.10.0');
  commit('feat(sdk): lists');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a release', () => {
  it('begins behind the newest tag that is a version', () => {
    const { tags, dirty } = readRepository(root);
    expect(tags.map(({ name }) => name)).toEqual(['1.10.0', 'v1.2.0']);
    expect(dirty).toEqual([]);
    const since = (name: string | undefined) => readCommits(root, name).map(({ subject }) => subject);
    expect(since(lastTag(tags)?.name)).toEqual(['feat(sdk): lists']);
    expect(since(undefined)).toEqual(['feat(sdk): lists', 'fix(sdk): calls end', 'feat(sdk): calls']);
    expect(readCommits(root, '1.10.0')[0]?.paths).toEqual(['sdk/src/call.ts']);
  });

  it.each([
    ['--version 1.10', '"1.10" is no version: give three numbers such as --version 1.4.0'],
    ['--version v2.0.0', '"v2.0.0" is no version'],
    ['--version 1.9.0', '1.9.0 is not newer than the last tag, 1.10.0: give a higher one, such as --version 1.11.0.'],
    ['--version 1.10.0', '1.10.0 is not newer than the last tag'],
    ['--since nowhere', 'git knows no revision "nowhere": give --since a tag'],
    ['--version 2.0.0 --out sdk', 'holds other things (src): give --out a new or empty folder.'],
    ['--version 2.0.0 --out sdk/src/call.ts', 'is a file: give --out a folder.'],
  ])('refuses %s and says what to do', async (words, sentence) => {
    await expect(release(words)).rejects.toThrow(sentence);
  });

  it('refuses a work tree that differs from its commit, unless that is wanted', async () => {
    const draft = join(root, 'draft.md');
    writeFileSync(draft, 'later');
    try {
      await expect(release('--version 2.0.0')).rejects.toThrow('The work tree differs from its commit (draft.md)');
      await expect(release('--version 1.0.0 --allow-dirty')).rejects.toThrow('1.0.0 is not newer');
    } finally {
      rmSync(draft);
    }
  });

  it('refuses a folder that git knows nothing of', async () => {
    const options = readReleaseOptions([]);
    const place = { root: tmpdir(), from: tmpdir(), say: () => undefined };
    await expect(makeRelease(options, place)).rejects.toThrow('A release is made from a commit');
  });

  it('gives the same version again to a commit that is tagged with it, and the next one to another', () => {
    const { tags } = readRepository(root);
    expect(chooseVersion(undefined, tags, [])).toBe('1.10.1');
    git('tag', 'v1.11.0');
    const now = readRepository(root).tags;
    expect(chooseVersion(undefined, now, [])).toBe('1.11.0');
    expect(chooseVersion('1.11.0', now, [])).toBe('1.11.0');
    expect(lastTag(now)?.name).toBe('1.10.0');
    expect(() => chooseVersion('1.10.5', now, [])).toThrow('not newer than the last tag, v1.11.0');
    git('tag', '--delete', 'v1.11.0');
  });
});
