import { msg, str } from '@lit/localize';
import type { RollUpItem } from '@tabard/contract/insight/roll-up';
import type { Trouble } from '@tabard/contract/insight/roll-up-words';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';

type Found = RollUpItem['troubles'][number];

/** What is wrong, in a word or two. */
function troubleWord(code: Trouble): string {
  switch (code) {
    case 'complaints':
      return msg('Complaints');
    case 'mailboxes':
      return msg('Mailbox trouble');
    case 'bounces':
      return msg('Many bounces');
    case 'unknown':
      return msg('Unknown outcome');
    case 'quiet':
      return msg('Nothing sent');
    case 'unset':
      return msg('No mailbox');
  }
}

/** What that means, in a sentence. */
export function troubleSentence({ code, count }: Found, format: Format): string {
  const n = format.number(count);
  switch (code) {
    case 'complaints':
      return msg(
        str`Mails reported as unwanted: ${n}, more than 3 in 1,000. Mail providers begin to refuse such a sender.`,
      );
    case 'mailboxes':
      return msg(str`Mailboxes that cannot send or receive: ${n}.`);
    case 'bounces':
      return msg(
        str`Mails that could not be delivered: ${n}, more than 5 in 100. Check the addresses before sending on.`,
      );
    case 'unknown':
      return msg(str`Mails of which nobody knows whether they arrived: ${n}. A person decides.`);
    case 'quiet':
      return msg(str`Campaigns run, ${n}, and nothing was sent in this time.`);
    case 'unset':
      return msg('There is no mailbox yet, so nothing can be sent.');
  }
}

const severe: ReadonlySet<Trouble> = new Set(['complaints', 'mailboxes']);

/** How a client stands: shut, in trouble, or well. */
export function healthMark({ standing, troubles: [worst, ...others] }: RollUpItem): TemplateResult {
  if (standing === 'suspended') return badgeMark(msg('Suspended'), 'neutral', true);
  if (standing === 'archived') return badgeMark(msg('Archived'), 'neutral', true);
  if (!worst) return badgeMark(msg('All well'), 'success', true);
  const more = others.length > 0 ? ` +${others.length}` : '';
  const tone = severe.has(worst.code) ? 'danger' : worst.code === 'unset' ? 'neutral' : 'warning';
  return badgeMark(troubleWord(worst.code) + more, tone, true);
}
