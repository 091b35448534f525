export {
  isValidAddress,
  normaliseAddress,
  parseAddress,
  parseAddressList,
  roleAddress,
  suppressionKeyInput,
  type MailAddress,
} from './address/index.ts';
export {
  compileMessage,
  composeReply,
  dotStuff,
  MessageError,
  UNSUBSCRIBE_FIELD,
  type Attachment,
  type CompiledMessage,
  type Mailbox,
  type MessageErrorCode,
  type MessageHeaders,
  type MessageInput,
  type MessageLinks,
  type MessageSource,
  type ReplyInput,
} from './compose/index.ts';
export {
  compileTemplate,
  escapeHtml,
  mergeFields,
  TemplateError,
  type CompiledTemplate,
  type MergeField,
  type MergeValues,
  type TemplateErrorCode,
  type TemplateErrorDetail,
  type TemplateKind,
} from './merge/index.ts';
export { parseMail, type ParsedAttachment, type ParsedMail, type ReportParts } from './parse/index.ts';
