import { expectTypeOf, it } from 'vitest';
import type { Client, WorkspaceEvent } from '../src/index.ts';

it('streams give events as they are, without the envelope they travel in', () => {
  type Streamed<S> = S extends AsyncIterable<infer Item> ? Item : never;
  expectTypeOf<Streamed<ReturnType<Client['events']['stream']>>>().toEqualTypeOf<WorkspaceEvent>();
});
