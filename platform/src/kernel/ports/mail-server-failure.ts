/** Why a mail server cannot be used; the message is for the person who set it up and says what to do. */
export class MailServerFailure extends Error {
  override readonly name: string = 'MailServerFailure';
  readonly code: 'authentication_failed' | 'unreachable' | 'host_not_allowed';
  constructor(code: MailServerFailure['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
