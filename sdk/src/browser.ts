import { assembleClient, type Client } from './create-client.ts';
import type { ClientOptions } from './options.ts';

/** Makes a client for a page. It refuses secret keys: whatever a page holds, its visitors hold. */
export function createClient(options: ClientOptions): Client {
  if (options.apiKey !== undefined) refuse();
  return assembleClient(options, (token) => {
    if (token.startsWith('sk_')) refuse();
  });
}

function refuse(): never {
  throw new TypeError(
    'A secret key does not belong in a page: every visitor can read it. Have your server create an embed session and give its client secret as `token`.',
  );
}

export { type Call, type List, type Page } from './call/call.ts';
export { type EventStream } from './call/event-stream.ts';
export { type Client } from './create-client.ts';
export {
  AbortError,
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  InternalServerError,
  isSdkError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  SdkError,
  TimeoutError,
  UnprocessableEntityError,
  WebhookVerificationError,
} from './errors/errors.ts';
export { type ErrorCode, type ErrorDetail, type WorkspaceEvent } from './api.ts';
export {
  type CallOptions,
  type ClientOptions,
  type Hooks,
  type Logger,
  type ResponseInfo,
  type SentRequest,
  type TokenContext,
} from './options.ts';
export { type FileUploadOptions, type FileUploads, type UploadProgress } from './file-upload.ts';
export { type UploadOptions, type Uploads, type UploadSource } from './uploads.ts';
export { webhooks, type Webhooks } from './webhooks.ts';
