import type { ErrorCode } from '../api.ts';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
  type ApiErrorFacts,
} from './errors.ts';

const byStatus: Record<number, [typeof ApiError, string]> = {
  400: [BadRequestError, 'BadRequestError'],
  401: [AuthenticationError, 'AuthenticationError'],
  403: [PermissionDeniedError, 'PermissionDeniedError'],
  404: [NotFoundError, 'NotFoundError'],
  409: [ConflictError, 'ConflictError'],
  422: [UnprocessableEntityError, 'UnprocessableEntityError'],
  429: [RateLimitError, 'RateLimitError'],
};

/** The error of an answer: of the platform's envelope or problem+json, or of whatever a proxy in between said. */
export function toApiError(status: number, body: unknown, headers?: Headers): ApiError {
  const facts = factsOf(status, body, headers);
  const [Kind, name] =
    byStatus[facts.status] ??
    (facts.status >= 500 ? [InternalServerError, 'InternalServerError'] : [ApiError, 'ApiError']);
  const error = new Kind(facts);
  // A literal: minifiers rename classes, and logs should still say what happened.
  error.name = name;
  if (error instanceof RateLimitError) error.retryAfter = Number(headers?.get('retry-after') ?? Number.NaN) || null;
  return error;
}

function factsOf(status: number, body: unknown, headers?: Headers): ApiErrorFacts {
  const found = pick(pick(pick(body, 'error'), 'data')) ?? pick(body, 'data') ?? pick(body);
  if (typeof found?.['code'] === 'string')
    return {
      status,
      code: fallbackCode(status),
      requestId: '',
      docs: '',
      retryable: false,
      details: [],
      message: '',
      ...found,
    }; // the platform's own body, told by its code
  return {
    status,
    code: fallbackCode(status),
    message: `The platform answered with status ${status}.`,
    requestId: headers?.get('x-request-id') ?? '',
    docs: '',
    retryable: status === 408 || status === 429 || status >= 500,
    details: [],
  };
}

function fallbackCode(status: number): ErrorCode {
  return status >= 500 ? 'internal.unavailable' : 'request.invalid';
}

function pick(value: unknown, key?: string): Record<string, unknown> | undefined {
  const part = key === undefined ? value : (value as Record<string, unknown> | undefined)?.[key]; // anything may be asked for a member
  return typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : undefined;
}
