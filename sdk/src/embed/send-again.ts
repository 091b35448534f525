import type { Sent, Tried } from './send.ts';
import { errorOf, type WireError } from './wire-error.ts';

/** A platform that asks for more patience than this gets an error instead. */
const patienceMs = 60_000;

/**
 * Goes on where the first try ended without a good answer: with a renewed token, or after a pause.
 * @throws WireError when trying again cannot help, or did not
 */
export async function sendAgain(
  first: Tried,
  tryOnce: (refused?: string) => Promise<Tried>,
  { signal, retries = 2 }: Sent,
): Promise<Response> {
  let refused: string | undefined;
  let tried = first;
  for (let tries = 0; !tried.response?.ok; tried = await tryOnce(refused)) {
    const { response, cause, bearer } = tried;
    const failed: WireError = response
      ? await errorOf(response)
      : Object.assign(new Error('The service could not be reached.', { cause }), { status: 0, retryable: true });
    // A token that was just renewed and is refused again will not get better.
    if (failed.code === 'auth.invalid_token' && refused === undefined) {
      refused = bearer;
      continue;
    }
    const pause = pauseBefore(tries, failed, response?.headers);
    if (tries++ >= retries || pause > patienceMs) throw failed;
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal?.throwIfAborted();
  }
  return tried.response;
}

/** Milliseconds before the next try, as asked or growing; endless where another try cannot help. */
function pauseBefore(attempt: number, { status, retryable }: WireError, headers?: Headers): number {
  const told = headers?.get('x-should-retry');
  const mayHelp = !status || status === 408 || status === 429 || status >= 500 || (status === 409 && retryable);
  if (told ? told === 'false' : !mayHelp) return Infinity;
  const asked = headers?.get('retry-after');
  const wait = Number(asked) * 1000;
  return asked && wait >= 0 ? wait : 500 * 2 ** attempt * (0.75 + Math.random() / 4);
}
