import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Glance } from '../look-card.ts';
import { mailboxTones, mailboxWord } from '../mailbox-labels.ts';
import { receivedWhen, sentWords } from './mailbox-figures.ts';

/** A mailbox at a glance: how it is, what it sends and reads by. */
export function mailboxGlance(mailbox: Mailbox, format: Format): Glance {
  const { id, address, displayName, smtp, imap, state, problem, archivedAt } = mailbox;
  return {
    noun: 'mailbox',
    id,
    name: address,
    caption: displayName,
    mark: archivedAt ? badgeMark(msg('Archived'), 'neutral') : badgeMark(mailboxWord(state), mailboxTones[state], true),
    problem,
    facts: [
      [msg('Sent today'), sentWords(mailbox, format)],
      [msg('Received'), receivedWhen(mailbox, format)],
      [`${msg('Sending')} (SMTP)`, smtp.host],
      ...(imap ? [[`${msg('Receiving')} (IMAP)`, imap.host] as const] : []),
    ],
  };
}
