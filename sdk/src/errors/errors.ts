import type { ErrorCode, ErrorDetail } from '../api.ts';

/** The mark by which errors are known across copies of this package. */
const brand = Symbol.for('outreach.sdk.error');

/** Everything this package throws. */
export class SdkError extends Error {
  readonly [brand] = true;
  /** Whether the same call may work later. */
  readonly retryable: boolean = false;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SdkError';
  }

  /** Everything that is known of the error, as plain data: `JSON.stringify` leaves out what an `Error` says of itself. */
  toJSON(): object {
    return Object.assign({}, this, { message: this.message });
  }
}

/** Whether an error comes from this package, whichever copy of it. */
export function isSdkError(error: unknown): error is SdkError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** What an error answer carries. */
export interface ApiErrorFacts {
  status: number;
  code: ErrorCode;
  message: string;
  requestId: string;
  docs: string;
  retryable: boolean;
  details: readonly ErrorDetail[];
}

/**
 * The platform answered, and the answer is no. `code` is stable; `message` says what to do. A structured clone keeps the message and the
 * `cause` of an error only, so the facts stand there as well.
 */
export class ApiError extends SdkError {
  readonly status: number;
  readonly code: ErrorCode;
  /** Quote it when you report the error. */
  readonly requestId: string;
  /** Path of the page that explains the code. */
  readonly docs: string;
  /** What is wrong, field by field. */
  readonly details: readonly ErrorDetail[];
  override readonly retryable: boolean;
  constructor(facts: ApiErrorFacts) {
    super(facts.message, { cause: facts });
    this.name = 'ApiError';
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.docs = facts.docs;
    this.details = facts.details;
    this.retryable = facts.retryable;
  }
}

/** 400: the input is wrong; see `details`. */
export class BadRequestError extends ApiError {}
/** 401: nobody, or a token that is unknown, expired or revoked. */
export class AuthenticationError extends ApiError {}
/** 403: known, and not allowed. */
export class PermissionDeniedError extends ApiError {}
/** 404: there is no such thing, or not for you. */
export class NotFoundError extends ApiError {}
/** 409: the state of things does not allow it. */
export class ConflictError extends ApiError {}
/** 422: understood, and cannot be done; see `details`. */
export class UnprocessableEntityError extends ApiError {}
/** 429: too often. */
export class RateLimitError extends ApiError {
  /** Seconds to wait, where the platform said so. */
  retryAfter: number | null = null;
}
/** 5xx: our side. */
export class InternalServerError extends ApiError {}

/** No answer came: the network, a name, a broken connection. */
export class ConnectionError extends SdkError {
  override readonly retryable = true;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConnectionError';
  }
}
/** No answer came in time. */
export class TimeoutError extends ConnectionError {
  constructor(milliseconds: number) {
    super(`No answer came within ${milliseconds} ms. Try again, or give the call a longer timeout.`);
    this.name = 'TimeoutError';
  }
}
/** Your signal ended the call. */
export class AbortError extends SdkError {
  constructor(cause: unknown) {
    super('The call was ended by its signal.', { cause });
    this.name = 'AbortError';
  }
}
/** A webhook is not from whom it says, too old, or not readable. */
export class WebhookVerificationError extends SdkError {
  constructor(message: string) {
    super(message);
    this.name = 'WebhookVerificationError';
  }
}
