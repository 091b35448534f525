import type { Sent, Tried } from './send.ts';
import { retryDelay, wait } from '../transport/retry.ts';
import { errorOf, type WireError } from './wire-error.ts';

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
      : Object.assign(new Error('No answer came.', { cause }), { status: 0, retryable: true });
    // A token that was just renewed and is refused again will not get better.
    if (failed.code === 'auth.invalid_token' && !refused) {
      refused = bearer;
      continue;
    }
    const pause = tries++ < retries ? retryDelay(failed, tries, response?.headers) : null;
    if (pause === null) throw failed;
    await wait(pause, signal);
  }
  return tried.response;
}
