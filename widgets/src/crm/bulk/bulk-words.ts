import { msg, str } from '@lit/localize';
import type { BulkFault, BulkOperation } from '@tabard/contract/crm/bulk-operation';
import type { Format } from '../../core/format.ts';

type Told = Pick<BulkOperation, 'action' | 'changed' | 'done' | 'total' | 'undoOf'>;

/** How far it is. */
export function progressWords({ done, total }: Told, format: Format): string {
  const [ready, all] = [format.number(done), format.number(total)];
  return msg(str`${ready} of ${all} leads done`);
}

/** What came of it. */
export function resultWords({ action: { kind }, changed, undoOf }: Told, format: Format): string {
  const count = format.number(changed);
  if (changed === 0) return msg('No lead had to be changed');
  if (undoOf)
    return format.plural(changed, { one: msg('Undone for 1 lead'), other: msg(str`Undone for ${count} leads`) });
  if (kind === 'archive')
    return format.plural(changed, { one: msg('1 lead archived'), other: msg(str`${count} leads archived`) });
  if (kind === 'restore')
    return format.plural(changed, { one: msg('1 lead restored'), other: msg(str`${count} leads restored`) });
  if (kind === 'delete')
    return format.plural(changed, { one: msg('1 lead deleted'), other: msg(str`${count} leads deleted`) });
  if (kind === 'enroll')
    return format.plural(changed, {
      one: msg('1 lead joins the campaign'),
      other: msg(str`${count} leads join the campaign`),
    });
  return format.plural(changed, { one: msg('1 lead changed'), other: msg(str`${count} leads changed`) });
}

/** How many it could not be done to. */
export function failedWords(failed: number, format: Format): string {
  const count = format.number(failed);
  return format.plural(failed, {
    one: msg('1 lead could not be changed.'),
    other: msg(str`${count} leads could not be changed.`),
  });
}

/** Why it could not be done to a lead. */
export function faultWords(code: BulkFault): string {
  return {
    gone: msg('The lead is gone.'),
    too_many_tags: msg('A lead has at most 50 tags.'),
    email_taken: msg('Another lead has this email address.'),
    archived: msg('The lead is archived.'),
    not_reachable: msg('The lead has bounced or unsubscribed.'),
    suppressed: msg('The address must not be written to.'),
    excluded: msg('The lead is on a list of leads that no campaign enrolls.'),
    already_enrolled: msg('The lead is in the campaign already.'),
    merged: msg('The lead became part of another one.'),
    sending: msg('A mail to the lead is on its way, or nobody knows yet whether it arrived.'),
    campaign_over: msg('The campaign takes in nobody any more.'),
  }[code];
}
