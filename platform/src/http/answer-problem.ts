import type { Failure } from '#kernel';
import type { Exchange } from './exchange.ts';

/** Answers a failure as problem+json (RFC 9457), with the vocabulary's members beside the standard ones. */
export function answerProblem(
  { response, requestId }: Pick<Exchange, 'response' | 'requestId'>,
  failure: Failure,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = failure.toBody(requestId);
  response.statusCode = failure.status;
  setRetryAfter(response, failure);
  response.setHeader('Content-Type', 'application/problem+json');
  response.end(JSON.stringify({ type: body.docs, title: body.message, ...body }));
}

/** Says when to come back, where that is known. */
export function setRetryAfter(response: Exchange['response'], failure: Failure): void {
  if (failure.retryAfter !== undefined) response.setHeader('Retry-After', String(failure.retryAfter));
}
