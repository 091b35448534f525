import { weigh, type Change } from './change-log.ts';
import type { Tag } from './repository.ts';
import { compareVersions, nextVersion, readVersion } from './versions.ts';

/** The tag that a release comes after: the newest that does not stand at the released commit itself. */
export const lastTag = (tags: readonly Tag[]): Tag | undefined => tags.find(({ here }) => !here);

/**
 * The version that is asked for, or the next one by what changed. A commit that carries its version as a tag can be released under it
 * again, and gives the same bytes.
 */
export function chooseVersion(asked: string | undefined, tags: readonly Tag[], changes: readonly Change[]): string {
  const tagged = tags.find(({ here }) => here);
  if (asked === undefined) return tagged?.version.text ?? nextVersion(lastTag(tags)?.version, weigh(changes));
  const version = readVersion(asked);
  if (!version)
    throw new Error(
      `"${asked}" is no version: give three numbers such as --version 1.4.0, or --version 1.4.0-beta.1 before a release.`,
    );
  const newest = tags[0];
  const isItsOwn = tags.some((tag) => tag.here && tag.version.text === asked);
  if (newest && !isItsOwn && compareVersions(version, newest.version) <= 0)
    throw new Error(
      `${asked} is not newer than the last tag, ${newest.name}: give a higher one, such as --version ${nextVersion(newest.version, weigh(changes))}.`,
    );
  return asked;
}
