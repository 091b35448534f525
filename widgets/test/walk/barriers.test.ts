import { describe, expect, it } from 'vitest';
import { findBarriers } from './find-barriers.ts';

const barriers = await findBarriers();

describe.each([...Map.groupBy(barriers, ({ way }) => way)])('nobody is kept out who looks %s', (_way, own) => {
  it.each(own.map(({ scene, findings }) => [`${scene.of} ${scene.state}`, findings] as const))(
    'at %s',
    (_name, findings) => expect(findings).toEqual([]),
  );
});
