import { docsPath, errors, type ErrorBody, type ErrorCode, type ErrorDetail } from '@tabard/contract/errors';

/** A failure with a code of the vocabulary. `message` is for logs; `public` is for the caller. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly public: string;
  readonly details: readonly ErrorDetail[];
  /** Seconds after which the same request may work. */
  readonly retryAfter: number | undefined;
  constructor(code: ErrorCode, options: FailOptions = {}) {
    super(options.internal ?? options.public ?? errors[code].message, { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.public = options.public ?? errors[code].message;
    this.details = options.details ?? [];
    this.retryAfter = options.retryAfter;
  }
  get status(): number {
    return errors[this.code].status;
  }
  get retryable(): boolean {
    return 'retryable' in errors[this.code];
  }
  /** What the caller may read; never SQL, never a stack. */
  toBody(requestId: string): ErrorBody {
    return {
      code: this.code,
      status: this.status,
      message: this.public,
      requestId,
      docs: docsPath(this.code),
      retryable: this.retryable,
      details: [...this.details],
    };
  }
}

export interface FailOptions {
  /** Replaces the vocabulary's message for the caller. */
  public?: string;
  /** What the log says. */
  internal?: string;
  cause?: unknown;
  details?: ErrorDetail[];
  /** Seconds after which the same request may work. */
  retryAfter?: number;
}

/** Ends the action with a code of the vocabulary. */
export function fail(code: ErrorCode, options?: FailOptions): never {
  throw new Failure(code, options);
}

/** The failure that an unknown error stands for: itself, or `internal.unexpected` with the error as cause. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  // tRPC wraps what a resolver throws.
  if (error instanceof Error && error.cause instanceof Failure) return error.cause;
  const internal = error instanceof Error ? error.message : String(error);
  return new Failure('internal.unexpected', { internal, cause: error });
}
