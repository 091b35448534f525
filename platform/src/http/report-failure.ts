import type { Failure } from '#kernel';
import type { Exchange } from './exchange.ts';

/** Logs what the caller is not told: our own failures with their cause, others in one line. */
export function reportFailure({ app, requestId, method, path }: Exchange, failure: Failure): void {
  const facts = { requestId, method, path, code: failure.code, status: failure.status };
  if (failure.status >= 500) app.log.error({ ...facts, err: failure.cause ?? failure }, failure.message);
  else app.log.debug(facts, failure.message);
}
