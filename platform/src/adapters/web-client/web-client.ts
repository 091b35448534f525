import { request as askPlainly, type IncomingMessage } from 'node:http';
import { request as askSafely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { allowedAddresses, HostNotAllowed } from '#adapters/mail-host';
import { WebAddressRefused, WebServerSilent, type WebAnswer, type WebClient, type WebRequest } from '#ports';

/** Milliseconds that an answer may take in all. */
const longestMs = 10_000;
/** Bytes of an answer that are read. */
const mostBytes = 1_048_576;

/**
 * Asks by https, and only public addresses. The name is resolved once, and the connection goes to an address that was looked at, so a
 * name that means another machine a moment later leads nowhere else. `allowPrivate` lifts both, for one-machine installations.
 */
export function createWebClient({ allowPrivate }: { allowPrivate: boolean }): WebClient {
  return {
    async ask(url, request) {
      const target = readAddress(url, allowPrivate);
      // The name's servers may be slow, too.
      const signal = AbortSignal.any([AbortSignal.timeout(longestMs), ...(request.signal ? [request.signal] : [])]);
      try {
        const addresses = await orAborted(allowedAddresses(target.hostname, { allowPrivate }), signal);
        return await askAddress(target, request, { addresses, signal });
      } catch (error) {
        if (error instanceof HostNotAllowed) throw new WebAddressRefused(error.message);
        const reason = error instanceof Error ? error.message : String(error);
        throw new WebServerSilent(`${target.host} gave no answer: ${reason}`, { cause: error });
      }
    },
  };
}

function readAddress(url: string, allowPrivate: boolean): URL {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !['https:', 'http:'].includes(target.protocol)) throw new WebAddressRefused('This is no web address.');
  if (target.protocol === 'http:' && !allowPrivate) throw new WebAddressRefused('The address has to be https.');
  if (target.username || target.password) throw new WebAddressRefused('An address with a password in it is not asked.');
  return target;
}

function askAddress(
  target: URL,
  { method, headers, body }: WebRequest,
  { addresses, signal }: { addresses: string[]; signal: AbortSignal },
): Promise<WebAnswer> {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, options, give) => {
    const [first] = found;
    if (options.all) give(null, found);
    else give(null, first?.address ?? '', first?.family ?? 4);
  };
  const ask = target.protocol === 'https:' ? askSafely : askPlainly;
  return new Promise((resolve, reject) => {
    const sent = ask(target, { method, headers, lookup, signal, agent: false }, (answer) => {
      readAnswer(answer).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<WebAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > mostBytes) {
      answer.destroy();
      throw new Error('the answer is too large');
    }
    chunks.push(chunk);
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
}

/** A promise that is not waited for any longer than the signal lasts. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it took too long')), { once: true });
    promise.then(resolve, reject);
  });
}
