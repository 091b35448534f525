import type { SdkError } from './errors/errors.ts';

/** Told which token the platform refused, if one was. */
export interface TokenContext {
  refused?: string;
}

/** Where lines about requests go. Nothing secret is ever in them. */
export interface Logger {
  debug(message: string, facts: object): void;
  warn(message: string, facts: object): void;
}

/** One try of a request, as hooks see it. Headers without credentials. */
export interface SentRequest {
  method: string;
  url: string;
  /** Counts from 1. */
  attempt: number;
}
export interface Hooks {
  before?(request: SentRequest): void;
  after?(request: SentRequest, response: ResponseInfo): void;
  error?(request: SentRequest, error: SdkError): void;
}

export interface ClientOptions {
  /** Where the platform is, such as https://api.example.com. */
  baseUrl: string;
  /** A server's key; never in a browser. */
  apiKey?: string;
  /** A user's or an embed session's token, or what gets one; asked again after a token was refused. */
  token?: string | ((context: TokenContext) => string | Promise<string>);
  /** The workspace all calls act in: its public id, or `external:` and its external id. Keys and sessions of one workspace need not name it. */
  workspace?: string;
  /** Milliseconds one try may take; 30 seconds unless told. */
  timeout?: number;
  /** Tries after the first one; 2 unless told. */
  maxRetries?: number;
  fetch?: typeof fetch;
  /** Sent as User-Agent where the runtime lets one. */
  userAgent?: string;
  logger?: Logger;
  hooks?: Hooks;
}

/** What one call may have otherwise than its client. */
export interface CallOptions {
  signal?: AbortSignal;
  timeout?: number;
  maxRetries?: number;
  workspace?: string;
  /** Your own key: the same key and input get the first answer again for 24 hours. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** What is known of an answer beside its data. */
export interface ResponseInfo {
  status: number;
  requestId: string;
  headers: Headers;
  /** Whether this is the recorded answer of an earlier call with the same idempotency key. */
  replayed: boolean;
}
