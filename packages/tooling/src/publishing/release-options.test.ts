import { expect, it } from 'vitest';
import { readReleaseOptions } from './release-options.ts';

it('reads every option, also behind the hyphens that pnpm hands on', () => {
  const words = '--version 1.4.0 --scope @acme --out=packages --since v1.3.0 --allow-dirty'.split(' ');
  const read = { version: '1.4.0', scope: '@acme', out: 'packages', since: 'v1.3.0', allowDirty: true };
  expect(readReleaseOptions(words)).toEqual(read);
  expect(readReleaseOptions(['--', ...words])).toEqual(read);
  expect(readReleaseOptions([])).toEqual({ allowDirty: false });
});

it.each([
  ['--publish', 'There is no option --publish. There are --version 1.4.0, --scope @acme'],
  ['--toString', 'There is no option --toString.'],
  ['-v', 'There is no option -v.'],
  ['--version', '--version needs a value, such as --version 1.4.0.'],
  ['--version --scope @acme', '--version needs a value'],
  ['--out=', '--out needs a value'],
  ['--allow-dirty=no', '--allow-dirty stands alone'],
  ['1.4.0', '"1.4.0" belongs to no option. With npm, two hyphens go first: npm run release -- --version 1.4.0'],
  ['--scope acme', 'such as --scope @acme, not "acme"'],
  ['--scope @Acme', 'such as --scope @acme, not "@Acme"'],
  ['--scope @acme/sdk', 'not "@acme/sdk"'],
])('refuses %s and says what to do', (words, sentence) => {
  expect(() => readReleaseOptions(words.split(' '))).toThrow(sentence);
});
