import type { ParsedMail } from '../parse/index.ts';

const NO_REPLY =
  /^(no|do|ne|donot|dont|nao|niet)[._-]?(not[._-]?)?(reply|respond|repondre|responda|responder|antworten)\b|^(noreply|donotreply|notifications?|mailer|newsletter|news|alerts?|automat\w*)([+._-]|@)/i;
const REPORT_FILE = /^[\w.-]+![\w.-]+!\d+!\d+(![\w-]+)?\.(xml|zip|gz|xml\.gz|json|json\.gz)$/i;
const BULK_HEADERS = [
  'feedback-id',
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-mc-user',
  'x-mailgun-tag',
  'x-csa-complaints',
];

/** Whether a mail goes to many or comes from a list; an answer to one of ours does not count by weak marks. */
export function isBulk({ headers, inReplyTo, text }: ParsedMail): boolean {
  if (headers['list-id'] ?? headers['list-post']) return true;
  if (/^(bulk|list|junk)/i.test(headers['precedence']?.[0] ?? '')) return true;
  if (inReplyTo) return false;
  // Sales tools put List-Unsubscribe on one-to-one answers, too.
  if (headers['list-unsubscribe'] || BULK_HEADERS.some((name) => headers[name])) return true;
  const words = text.slice(0, 50_000);
  return (
    /(view|read|open|see) (this |it )?(e-?mail |message |newsletter )?(online|in (your|a) browser)|im browser (ansehen|anzeigen|öffnen)/i.test(
      words,
    ) && /unsubscribe|abmelden|abbestellen/i.test(words)
  );
}

/** Whether a low precedence is all that speaks of a mail to many: old vacation programs set it, too. */
export function isPrecedenceAlone({ headers }: ParsedMail): boolean {
  const isLow = /^(bulk|junk)/i.test(headers['precedence']?.[0] ?? '');
  return isLow && !['list-id', 'list-post', 'list-unsubscribe', ...BULK_HEADERS].some((name) => headers[name]);
}

/** Whether a mail is a machine's report to the keepers of a domain: DMARC and TLS reports. */
export function isMachineReport({ headers, attachments, subject }: ParsedMail): boolean {
  const type = headers['content-type']?.[0]?.slice(0, 1000) ?? '';
  if (/report-type="?tlsrpt/i.test(type) || headers['tls-report-domain']) return true;
  if (/^\W*(\[.{0,40}\] ?)?report domain:/i.test(subject)) return true;
  return attachments.some(
    ({ name, type: kind }) => REPORT_FILE.test(name.slice(0, 300)) || kind === 'application/tlsrpt+gzip',
  );
}

/** Whether the sender's address says that nobody reads answers to it. */
export function isNoReply(address: string): boolean {
  return NO_REPLY.test(address);
}
