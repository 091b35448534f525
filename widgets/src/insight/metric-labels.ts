import { msg } from '@lit/localize';
import type { Metric } from '@tabard/contract';

/** What a figure is called and what it counts. */
export function metricWords(metric: Metric): { name: string; counts: string } {
  const all: Record<Metric, { name: string; counts: string }> = {
    sent: { name: msg('Sent'), counts: msg('Mails that a mail server accepted.') },
    opened: {
      name: msg('Opened by people'),
      counts: msg('Mails opened at least once by a person. Machine opens do not count.'),
    },
    machine_opened: {
      name: msg('Opened by machines'),
      counts: msg('Mails opened by privacy proxies and security scanners.'),
    },
    clicked: { name: msg('Clicked'), counts: msg('Mails in which a person followed a link.') },
    replied: { name: msg('Replied'), counts: msg('Leads who answered. Automatic replies do not count.') },
    bounced: { name: msg('Bounced'), counts: msg('Mails that could not be delivered.') },
    unsubscribed: { name: msg('Unsubscribed'), counts: msg('Leads who asked for no more mail.') },
    complained: { name: msg('Complained'), counts: msg('Mails reported as unwanted.') },
  };
  return all[metric];
}

/** More of these is worse. */
export const unwanted: ReadonlySet<Metric> = new Set(['bounced', 'unsubscribed', 'complained']);
