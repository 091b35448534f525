import { boundaryFor, assembleMime, multipart, textPart, type MimePart } from './assemble-mime.ts';
import { encodeAttachment, type Attachment } from './encode-attachment.ts';
import { Base64Writer, chooseEncoding, encodeSegment, QuotedPrintableWriter } from './quoted-printable.ts';
import { writeHeaders, type MessageHeaders } from './write-headers.ts';

/** An answer a person writes in the inbox; its text is taken as it is, without merge fields. */
export interface ReplyInput extends MessageHeaders {
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
}

/** The raw mail of an answer; give `inReplyTo` and `references` from `threadHeaders` and it joins the thread. */
export function composeReply({ subject, text, html, attachments = [], ...headers }: ReplyInput): Uint8Array {
  const plain = encodeText('plain', text);
  const content =
    html === undefined
      ? plain
      : multipart('alternative', boundaryFor(headers.messageId, 0), [plain, encodeText('html', html)]);
  const parts = [content, ...attachments.map(encodeAttachment)];
  const body = attachments.length > 0 ? multipart('mixed', boundaryFor(headers.messageId, 1), parts) : content;
  return assembleMime(writeHeaders(headers, subject), body);
}

function encodeText(subtype: 'plain' | 'html', text: string): MimePart {
  const encoding = chooseEncoding(text);
  const writer = encoding === 'base64' ? new Base64Writer() : new QuotedPrintableWriter();
  writer.segment(encodeSegment(text));
  return textPart(subtype, encoding, writer.finish());
}
