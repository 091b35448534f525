import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classifySample } from '../../src/classify/build-sample.ts';

/** Notices of many servers in our own words: a line with what is expected, the headers, an empty line, the body. */
const notices = readFileSync(new URL('notices.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .filter(Boolean)
  .map((text) => {
    const [title = '', ...lines] = text.split('\n');
    const [name, kind, address, verdict] = title.split(' | ');
    const gap = lines.indexOf('');
    return {
      name,
      kind,
      address,
      verdict,
      head: lines.slice(0, gap).join('\n'),
      body: lines.slice(gap + 1).join('\n'),
    };
  });

test.each(notices)('$name: $kind of $address, $verdict', async ({ kind, address, verdict, head, body }) => {
  const found = await classifySample(head, body);
  expect(found.class).toBe(kind);
  if (address !== '-') expect(found.recipients[0]?.address).toBe(address);
  if (verdict !== '-') expect(found.recipients[0]?.kind === 'hard').toBe(verdict === 'hard');
});
