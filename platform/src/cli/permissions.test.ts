import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { roleMatrix } from '#features';

it('the printed matrix of roles is the reviewed one', async () => {
  const reviewed = await readFile(new URL('../../test/isolation/roles.tsv', import.meta.url), 'utf8');
  expect(roleMatrix()).toBe(reviewed);
});
