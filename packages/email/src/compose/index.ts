export {
  compileMessage,
  UNSUBSCRIBE_FIELD,
  type CompiledMessage,
  type MessageInput,
  type MessageLinks,
  type MessageSource,
} from './compile-message.ts';
export { composeReply, type ReplyInput } from './compose-reply.ts';
export { dotStuff } from './dot-stuff.ts';
export { MessageError, type MessageErrorCode } from './message-error.ts';
export type { Attachment } from './encode-attachment.ts';
export type { Mailbox, MessageHeaders } from './write-headers.ts';
