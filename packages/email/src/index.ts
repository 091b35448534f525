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
export {
  parseMail,
  parseMailBytes,
  READ_LIMITS,
  readHeadersOnly,
  type MailEnvelope,
  type ParsedAttachment,
  type ParsedMail,
  type ReadLimits,
  type ReportParts,
  type Truncated,
} from './parse/index.ts';
export {
  classifyMail,
  isDeadAddress,
  isDisowned,
  judgeRefusal,
  type BounceKind,
  type Classification,
  type MailClass,
  type RefusalVerdict,
  type ReplyStage,
  type ReportedRecipient,
  type ServerRefusal,
  type UnsubscribeWish,
} from './classify/index.ts';
export { visibleReply, type VisibleReply } from './quote/index.ts';
export { inspectMail, type MailInspection } from './inspect/index.ts';
export { sanitiseHtml, type SanitisedHtml } from './sanitise/index.ts';
export { normaliseSubject, threadHeaders, threadKeys, type PreviousMail, type ThreadHeaders } from './thread/index.ts';
export { replyIntent, type ReplyIntent } from './intent/index.ts';
