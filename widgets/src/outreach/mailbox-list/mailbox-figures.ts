import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import type { Format } from '../../core/format.ts';

/** How many mails left today, of how many that may. */
export const sentWords = ({ sentToday, dailyCap }: Mailbox, format: Format): string =>
  `${format.number(sentToday)} / ${format.number(dailyCap)}`;

/** When it received last, under those words. */
export function receivedWhen({ imap, lastReceivedAt }: Mailbox, format: Format): string {
  if (!imap) return msg('Sends only');
  return lastReceivedAt ? format.relative(lastReceivedAt) : '–';
}

/** When it received last, in words of their own. */
export function receivedWords(box: Mailbox, format: Format): string {
  if (!box.imap) return msg('Sends only');
  return box.lastReceivedAt ? `${msg('Received')} ${receivedWhen(box, format)}` : msg('Nothing received yet');
}
