import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Files, as paths from the root, that differ from where this branch left main, or from `revision`: committed since, not yet
 * committed, and new ones. What is gone counts too: somebody may still ask for it.
 */
export function listChanged(root: string, revision?: string): string[] {
  const git = (...words: string[]): string[] =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      .split('\0')
      .filter(Boolean);
  const base = revision ?? git('merge-base', 'HEAD', mainBranch(git))[0]?.trim() ?? 'HEAD';
  const changed = git('diff', '--name-only', '--no-renames', '-z', base, '--');
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard', '-z')])].toSorted();
}

/** Whether git knows a commit by this word. */
export function isRevision(root: string, word: string): boolean {
  return spawnSync('git', ['rev-parse', '--verify', '--quiet', `${word}^{commit}`], { cwd: root }).status === 0;
}

/** A clone may know main only as the one of its origin. */
function mainBranch(git: (...words: string[]) => string[]): string {
  const known = git('for-each-ref', '--format=%(refname)%00', 'refs/heads/main', 'refs/remotes/origin/main');
  const first = known.map((name) => name.trim()).find(Boolean);
  if (!first) throw new Error('There is no branch "main" to compare with: name a revision, as in --changed HEAD~1.');
  return first;
}
