export { createClient, type Client } from './create-client.ts';
export { type Call, type List, type Page } from './call/call.ts';
export { type EventStream } from './call/event-stream.ts';
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
