import { ago } from './sample-records.ts';

/** What keeps the next mails of the sample's campaign waiting. */
export const whyNotNow = (): unknown => ({
  reasons: [
    { reason: 'mailbox_cap', message: 'Daily cap of 3 mailboxes', count: 418, until: ago(-600) },
    { reason: 'outside_window', message: 'Outside the sending window', count: 236, until: ago(-300) },
    { reason: 'waiting_delay', message: 'Waiting for the next step', count: 64, until: null },
  ],
});
