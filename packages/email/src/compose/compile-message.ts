import { compileTemplate, escapeHtml, measureHtml, type MergeValues } from '../merge/index.ts';
import { assembleMime, boundaryFor, multipart, textPart } from './assemble-mime.ts';
import { compileBody, type CompiledBody } from './compile-body.ts';
import { deriveText } from './derive-text.ts';
import { markHtml } from './mark-html.ts';
import { writeHeaders, type MessageHeaders } from './write-headers.ts';

/** The content of a campaign step: Liquid templates and the merge fields they may use. */
export interface MessageSource {
  subject: string;
  html?: string;
  /** Derived from the html when missing. */
  text?: string;
  fields: readonly string[];
  /** The line mail programs show after the subject; not visible in the mail itself. */
  preheader?: string;
  /** The zone of the tz database in which dates are written; UTC when left out. */
  timeZone?: string;
}

/** What tracking and unsubscribing put into one lead's mail. */
export interface MessageLinks {
  /** The address that stands instead of a web link; called with the merged address and its number in the mail. */
  click?: (url: string, index: number) => string;
  /** Address of the open pixel, placed before `</body>`. */
  openPixel?: string;
  /** The value of the merge field `unsubscribe_url`; never rewritten by `click`. */
  unsubscribeUrl?: string;
  footerHtml?: string;
  footerText?: string;
}

/** One mail to one lead. */
export interface MessageInput {
  values: MergeValues;
  headers: MessageHeaders;
  links?: MessageLinks;
}

/** A campaign step's mail, checked and encoded once. */
export interface CompiledMessage {
  /** The raw mail (RFC 5322, MIME). The same input gives the same bytes; throws `MessageError` or `TemplateError`. */
  render(input: MessageInput): Uint8Array;
  /** The merge fields used anywhere in it. */
  readonly fields: string[];
  /** The links of the html as written, in order: what `click` gets as index. */
  readonly links: string[];
}

/** The merge field every message may use beside its own. */
export const UNSUBSCRIBE_FIELD = 'unsubscribe_url';

/**
 * Compiles a campaign step so that only values are merged and encoded per lead; throws `TemplateError`.
 * @example compileMessage({ subject: 'Hi {{ first_name }}', html: '<p>…</p>', fields: ['first_name'] }).render(input)
 */
export function compileMessage(source: MessageSource): CompiledMessage {
  const fields = [...source.fields, UNSUBSCRIBE_FIELD];
  const { timeZone } = source;
  const subject = compileTemplate(source.subject, { kind: 'subject', fields, timeZone });
  if (source.html !== undefined) measureHtml(source.html);
  const textSource = source.text ?? (source.html === undefined ? '' : deriveText(source.html));
  const text = compileTemplate(textSource, { kind: 'text', fields, timeZone });
  const textBody = compileBody(text, textSource, false);
  const marked = source.html === undefined ? undefined : markHtml(source.html, source.preheader);
  const html = marked && compileTemplate(marked.html, { kind: 'html', fields, timeZone });
  const htmlBody = html && compileBody(html, marked.html, true);
  const used = new Set([...subject.fields, ...text.fields, ...(html?.fields ?? [])]);
  const needsUnsubscribe = used.has(UNSUBSCRIBE_FIELD);
  return {
    fields: [...used],
    links: marked?.links ?? [],
    render({ values, headers, links = {} }) {
      const own = needsUnsubscribe ? { ...values, [UNSUBSCRIBE_FIELD]: links.unsubscribeUrl ?? '' } : values;
      const block = writeHeaders(headers, subject.render(own));
      const plain = textPart('plain', textBody.encoding, renderText(textBody, own, links));
      if (!htmlBody) return assembleMime(block, plain);
      const rich = textPart('html', htmlBody.encoding, renderHtml(htmlBody, own, links));
      return assembleMime(block, multipart('alternative', boundaryFor(headers.messageId, 0), [plain, rich]));
    },
  };
}

function renderText(body: CompiledBody, values: MergeValues, links: MessageLinks): string {
  return body.render(values, links.footerText ? { tail: `\r\n\r\n${links.footerText}` } : {});
}

function renderHtml(body: CompiledBody, values: MergeValues, links: MessageLinks): string {
  const { click, unsubscribeUrl, openPixel, footerHtml = '' } = links;
  const isTracked = (url: string) => /^https?:\/\//i.test(url) && url !== unsubscribeUrl;
  return body.render(values, {
    link: click && ((url, index) => (isTracked(url) ? click(url, index) : url)),
    tail: openPixel ? footerHtml + pixel(openPixel) : footerHtml,
  });
}

function pixel(url: string): string {
  return `<img src="${escapeHtml(url)}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
}
