/**
 * The closed list of reasons an element can fail for: no answer · no session that is good · not allowed · not there · not accepted ·
 * too often · the service's side.
 */
export type FailureKind =
  | 'connection'
  | 'authentication'
  | 'permission'
  | 'not_found'
  | 'invalid'
  | 'rate_limit'
  | 'server';

/** One thing that is wrong: where, what to do in the platform's English, and which rule it breaks by how much. */
export interface FailureDetail {
  path: string;
  message: string;
  reason?: string;
  limit?: number;
  /** What is named that is not there, such as a merge field. */
  name?: string;
}

/** An error as elements and hosts see it, whatever threw it. */
export interface Failure {
  /** What kind of failure it is, out of a closed list. */
  kind: FailureKind;
  /** The platform's error code, or `client.<kind>`. */
  code: string;
  /** What happened and what to do, in words for people. */
  message: string;
  /** Quote it when you report the error. */
  requestId: string | null;
  /** Whether the same can work when it is tried again. */
  retryable: boolean;
  /** The fields that are wrong, each with its path and what to do; empty where none is. */
  details: readonly FailureDetail[];
}

/** What browsers say of a request, or of code, that never came; such an error has no status. Any other without one is a mistake of ours. */
const LOST = /fetch|mport|Load/;

function kindOf(status: number): FailureKind {
  if (status === 401) return 'authentication';
  if (status === 403) return 'permission';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limit';
  if (status >= 500) return 'server';
  return status >= 400 ? 'invalid' : 'connection';
}

/** Reads any thrown value as a failure. */
export function toFailure(error: unknown): Failure {
  const given = Object(error) as Partial<Failure> & { status?: number };
  const message = typeof given.message === 'string' ? given.message : '';
  const kind = given.kind ?? kindOf(given.status ?? (LOST.test(message) ? 0 : 500));
  return {
    kind,
    code: typeof given.code === 'string' ? given.code : `client.${kind}`,
    message,
    requestId: given.requestId ?? null,
    retryable: given.retryable ?? ['connection', 'server', 'rate_limit'].includes(kind),
    details: Array.isArray(given.details) ? given.details : [],
  };
}

/** Whether a thrown value only says that nobody wants the answer any more. */
export const isAbort = (error: unknown): boolean => (error as Error | null)?.name === 'AbortError';
