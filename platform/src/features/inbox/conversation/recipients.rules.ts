import type { MailAddress } from '@tabard/email';
import { isByPerson, storedAddress, type InboxClass } from './incoming.rules.ts';

/** What a received mail says about where answers may go. */
export interface Correspondence {
  direction: 'in' | 'out';
  class: InboxClass;
  from_name: string;
  from_address: string;
  reply_to: MailAddress[];
}

/**
 * The addresses an answer may go to: the known counterpart first, then who else wrote in the thread and where they asked for answers.
 * Who merely refers to our mails is one of the others, whatever name they bear.
 */
export function offeredRecipients(
  thread: { counterpart: MailAddress; mailbox: string },
  messages: readonly Correspondence[],
): MailAddress[] {
  const written = messages.flatMap((one) =>
    isLetter(one) ? [{ name: one.from_name, address: one.from_address }, ...one.reply_to] : [],
  );
  const offered = new Map<string, MailAddress>();
  for (const { name, address } of [thread.counterpart, ...written]) {
    const key = storedAddress(address);
    if (key.includes('@') && key !== thread.mailbox && !offered.has(key)) offered.set(key, { name, address: key });
  }
  return [...offered.values()].slice(0, 50);
}

/** Whether somebody may have written it: no report and no automatic answer. */
const isLetter = (one: Correspondence): boolean =>
  one.direction === 'in' && (isByPerson(one.class) || one.class === 'unreadable' || one.class === 'other');
