/** Every way an embedded service can refuse to start; one code per cause, so callers can react without reading text. */
export type EmbeddedErrorCode =
  | 'postgres.binaries_missing'
  | 'postgres.port_busy'
  | 'postgres.folder_not_writable'
  | 'postgres.data_damaged'
  | 'postgres.other_version'
  | 'postgres.foreign_server'
  | 'postgres.no_user'
  | 'postgres.init_failed'
  | 'postgres.start_failed'
  | 'postgres.start_locked'
  | 'redis.start_failed'
  | 'sandbox.port_busy'
  | 'sandbox.folder_not_writable';

/** A start that failed, told in one sentence that ends with the way out. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}
