import type { ResponseInfo } from '../options.ts';

/** A call under way: await it for its data. */
export interface Call<T> extends Promise<T> {
  /** The data together with status, request id and headers. */
  withResponse(): Promise<{ data: T; response: ResponseInfo }>;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Give it as `cursor` to get the next page; `null` on the last one. */
  nextCursor: string | null;
}

/** A list: await it for its first page, or iterate it for every item of every page. */
export interface List<T> extends Call<Page<T>>, AsyncIterable<T> {
  /** Every page in turn. */
  pages(): AsyncIterable<Page<T>>;
  /** At most `limit` items of all pages together. */
  toArray(options: { limit: number }): Promise<T[]>;
}
