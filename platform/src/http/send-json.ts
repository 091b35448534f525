import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Characters from which on an answer is worth compressing. */
const worthIt = 1_024;

type Coding = 'br' | 'gzip';
/** Away from the loop that serves. The levels cost a fraction of a millisecond for a page of a list. */
const compressors: Record<Coding, (text: Buffer) => Promise<Buffer>> = {
  br: (text) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: (text) => promisify(gzip)(text, { level: 4 }),
};

/**
 * Sends JSON, compressed where the caller takes that. Sizes of compressed answers tell nothing of use here: without cookies no foreign page
 * can have an answer made that holds both a secret and its own words.
 */
export function sendJson(exchange: { request: IncomingMessage; response: ServerResponse }, text: string): void {
  const { request, response } = exchange;
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json');
  if (text.length < worthIt) return sendWhole(response, text);
  response.appendHeader('Vary', 'Accept-Encoding');
  const coding = acceptedCoding(request.headers['accept-encoding']);
  if (!coding) return sendWhole(response, text);
  compressors[coding](Buffer.from(text)).then(
    (packed) => {
      if (response.destroyed) return;
      response.setHeader('Content-Encoding', coding);
      sendWhole(response, packed);
    },
    () => sendWhole(response, text),
  );
}

/** A text leaves in one write with the headers. */
function sendWhole(response: ServerResponse, body: string | Buffer): void {
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

/** The best coding of ours that a caller takes: one it names without refusing it. */
function acceptedCoding(header: string | string[] | undefined): Coding | null {
  if (typeof header !== 'string') return null;
  const taken = new Set(
    header
      .split(',')
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*q=/),
      )
      .filter(([, weight]) => weight === undefined || Number(weight) > 0)
      .map(([name]) => name),
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null;
}
