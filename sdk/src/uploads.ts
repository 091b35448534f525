import type { CallOptions } from './options.ts';
import type { Transport } from './transport/transport.ts';

/** A file as browsers and servers have it. A stream is read once, so its upload is not tried again. */
export type UploadSource =
  | Blob
  | Uint8Array<ArrayBuffer>
  | string
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

export interface UploadOptions extends CallOptions {
  /** Shown to people; a `File` brings its own. */
  fileName?: string;
}

export interface Uploads {
  /** Sends a file and gives the id under which other calls use it within a day. */
  create(source: UploadSource, options?: UploadOptions): Promise<{ id: string; size: number }>;
}

/** Large files on slow lines take their time. */
const defaultTimeoutMs = 900_000;

export function createUploads(transport: Transport): Uploads {
  return {
    async create(source, { fileName, ...options } = {}) {
      const once = !(source instanceof Blob || source instanceof Uint8Array || typeof source === 'string');
      const name = fileName ?? (source instanceof Blob && 'name' in source ? String(source.name) : 'upload');
      const response = await transport.send({
        method: 'POST',
        path: '/uploads',
        headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) },
        body: once && !(source instanceof ReadableStream) ? streamOf(source) : source,
        options: { timeout: defaultTimeoutMs, ...options },
        repeatable: !once,
      });
      return (await response.json()) as { id: string; size: number }; // the platform's answer
    },
  };
}

function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
