import { msg } from '@lit/localize';
import { recordPage } from '../../app/record-page.ts';
import { html } from '../../base/html.ts';

/** Mailboxes in the app. */
export const mailboxPage = recordPage({
  name: 'mailboxes',
  record: 'mailbox',
  title: () => msg('Mailboxes'),
  needs: ['mailbox.read'],
  load: async () => (await import('./mailbox-list.ts')).MailboxList,
  view: (session, id, close) =>
    html`<x-mailbox-list .session=${session} record-id=${id} @close-record=${close}></x-mailbox-list>`,
  icon: 'mailboxes',
  key: 'm',
  skeleton: 'table',
  group: 'setup',
});
