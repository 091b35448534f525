import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import type { Format } from '../../core/format.ts';

/** How many mails left today, of how many that may. */
export const sentWords = ({ sentToday, dailyCap }: Mailbox, format: Format): string =>
  `${format.number(sentToday)} / ${format.number(dailyCap)}`;

/** When it received last. */
export function receivedWords({ imap, lastReceivedAt }: Mailbox, format: Format): string {
  if (!imap) return msg('Sends only');
  return lastReceivedAt ? `${msg('Received')} ${format.relative(lastReceivedAt)}` : msg('Nothing received yet');
}
