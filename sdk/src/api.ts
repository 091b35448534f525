import type { AppRouter } from '@tabard/platform';
import type { Call, List } from './call/call.ts';
import type { EventStream } from './call/event-stream.ts';
import type { CallOptions } from './options.ts';

export type { ErrorCode, ErrorDetail } from '@tabard/contract/errors';
export type { WorkspaceEvent } from '@tabard/contract';

/**
 * Every procedure of the platform as a method, read off its router: nothing here is written by hand for a noun or a verb. In the
 * published package a declaration generated from the same router stands in place of this file.
 */
export type Api = Methods<AppRouter['_def']['record']>;

type Methods<R> = {
  [K in keyof R]: R[K] extends { _def: { type: infer T; $types: { input: infer I; output: infer O } } }
    ? Method<T, I, O>
    : Methods<R[K]>;
};
type Method<T, I, O> = T extends 'subscription'
  ? (...given: Given<I>) => EventStream<Streamed<O>>
  : O extends { items: (infer Item)[]; nextCursor: string | null }
    ? (...given: Given<I>) => List<Item>
    : (...given: Given<I>) => Call<O>;
/** An input whose every part may be left out may be left out as a whole. */
type Given<I> =
  Record<string, never> extends I
    ? [input?: I, options?: CallOptions]
    : undefined extends I
      ? [input?: I, options?: CallOptions]
      : [input: I, options?: CallOptions];
/** What a stream carries: the item, without the envelope that gives it its id on the way. */
type Streamed<O> = O extends AsyncIterable<infer Item> ? Unpacked<Item> : never;
type Unpacked<Item> = Item extends { id: string; data: infer Data }
  ? keyof Item extends 'id' | 'data'
    ? Data
    : Item
  : Item;
