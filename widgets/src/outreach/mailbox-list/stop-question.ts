import { msg, str } from '@lit/localize';
import type { MailboxUse } from '@tabard/contract';
import type { Question } from '../../core/confirmation.ts';
import type { Format } from '../../core/format.ts';

/** So many campaigns are named; the others are counted. */
const NAMED = 3;

/** What is asked before mailboxes are archived that running campaigns send from. */
export function stopQuestion(uses: readonly MailboxUse[], format: Format): Question {
  const names = uses
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const more = format.number(uses.length - NAMED);
  const campaigns = uses.length > NAMED ? msg(str`${names} and ${more} more`) : names;
  const leads = uses.reduce((sum, use) => sum + use.leads, 0);
  const count = format.number(leads);
  const waiting = format.plural(leads, {
    one: msg('1 lead waits until it is restored.'),
    other: msg(str`${count} leads wait until it is restored.`),
  });
  return {
    heading: msg('Archive and stop sending?'),
    text: `${msg(str`Running campaigns send from here: ${campaigns}.`)} ${waiting}`,
    act: msg('Archive'),
  };
}
