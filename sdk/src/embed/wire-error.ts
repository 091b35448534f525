import type { ErrorDetail } from '../api.ts';

/** What the platform's answer says is wrong; `status` is 0 when there was no answer. */
export interface WireError extends Error {
  status: number;
  code?: string;
  requestId?: string;
  retryable?: boolean;
  details?: readonly ErrorDetail[];
}

/** The error of an answer: the platform's own, or what a proxy in between had to say. */
export async function errorOf(response: Response): Promise<WireError> {
  const { status, headers } = response;
  type Facts = Partial<WireError>;
  const body = (await response.json().catch(() => null)) as (Facts & { error?: { data?: Facts } }) | null; // anything may come from a proxy
  // What is no procedure, such as an upload, answers with the facts alone.
  const facts = body?.error?.data ?? body;
  return Object.assign(new Error(facts?.message ?? `The service answered ${status}.`), {
    requestId: headers.get('x-request-id') ?? undefined,
    retryable: status === 408 || status === 429 || status >= 500,
    ...facts,
    status,
  });
}
