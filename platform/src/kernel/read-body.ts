import type { Readable } from 'node:stream';
import { fail } from './fail.ts';

/** How long a small body may take to arrive. */
const patienceMs = 15_000;

/**
 * Reads a body of at most `limit` bytes. What is refused is not read on; the host ends a connection whose body is not at its end
 * shortly after the answer.
 * @throws `request.too_large`, `request.timeout`, `request.aborted`
 */
export function readBody(body: Readable, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (work: () => void) => {
      clearTimeout(timer);
      body.off('data', take).off('end', finish).off('error', abort).off('close', abort);
      work();
    };
    const refuse = (code: 'request.too_large' | 'request.timeout' | 'request.aborted', text?: string) =>
      end(() => {
        // A stream that nobody listens to any more may still fail.
        body.on('error', () => undefined);
        body.pause();
        try {
          fail(code, text === undefined ? {} : { public: text });
        } catch (error) {
          reject(error);
        }
      });
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else refuse('request.too_large', `The body is larger than ${limit} bytes, which is the most this address takes.`);
    };
    const finish = () => end(() => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()));
    const abort = () => refuse('request.aborted');
    const timer = setTimeout(() => refuse('request.timeout'), patienceMs);
    body.on('data', take).once('end', finish).once('error', abort).once('close', abort);
  });
}
