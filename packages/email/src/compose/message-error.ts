/** What can make a message impossible to compose. */
export type MessageErrorCode = 'message.address_invalid' | 'message.id_invalid' | 'message.header_invalid';

/** Thrown for input no correct mail can be made from; the message says what to change. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly code: MessageErrorCode;

  constructor(code: MessageErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
