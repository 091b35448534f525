import { describe, expect, it } from 'vitest';
import { findBarriers } from './find-barriers.ts';

// `FULL_WALK=1` looks in every way; what runs each time finds nearly all of it in a third of the time.
const barriers = await findBarriers({ full: process.env['FULL_WALK'] === '1' });

describe.each([...Map.groupBy(barriers, ({ way }) => way)])('nobody is kept out who looks %s', (_way, own) => {
  it.each(own.map(({ scene, findings }) => [`${scene.of} ${scene.state}`, findings] as const))(
    'at %s',
    (_name, findings) => expect(findings).toEqual([]),
  );
});
