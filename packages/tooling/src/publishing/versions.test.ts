import { expect, it } from 'vitest';
import { compareVersions, nextVersion, readVersion } from './versions.ts';

const read = (text: string) => readVersion(text)!; // of a version

it.each(['1.4.0', '0.0.1', '10.20.30', '1.4.0-beta.1', '1.0.0-0a.--'])('reads %s', (text) => {
  expect(readVersion(text)?.text).toBe(text);
});

it.each(['', '1.4', 'v1.4.0', '1.4.0.1', '01.4.0', '1.4.0-', '1.4.0-01', '1.4.0+build', ' 1.4.0', '1.4.0\n', 'latest'])(
  'takes %j for no version',
  (text) => {
    expect(readVersion(text)).toBeUndefined();
  },
);

it('orders versions as semver does', () => {
  const ordered =
    '0.9.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1 1.2.0 1.10.0';
  const versions = ordered.split(' ').map(read);
  expect(
    versions
      .toReversed()
      .toSorted(compareVersions)
      .map(({ text }) => text),
  ).toEqual(ordered.split(' '));
  expect(compareVersions(read('1.4.0'), read('1.4.0'))).toBe(0);
});

it('goes on by the heaviest change', () => {
  expect(nextVersion(undefined, 'breaking')).toBe('0.1.0');
  expect(nextVersion(read('1.3.2'), 'correction')).toBe('1.3.3');
  expect(nextVersion(read('1.3.2'), 'feature')).toBe('1.4.0');
  expect(nextVersion(read('1.3.2'), 'breaking')).toBe('2.0.0');
  expect(nextVersion(read('0.3.2'), 'breaking')).toBe('0.4.0');
  expect(nextVersion(read('1.4.0-beta.2'), 'feature')).toBe('1.4.0');
});
