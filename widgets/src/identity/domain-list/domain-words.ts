import { msg, str } from '@lit/localize';
import type { Domain } from '@tabard/contract/identity/domain';
import type { DomainPurpose } from '@tabard/contract/identity/domain-words';
import type { TemplateResult } from 'lit';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Option } from '../../kit/select.ts';

/** What a name can be claimed for, with what each means. */
export const purposeChoices = (): Option[] => [
  {
    value: 'app',
    label: msg('App'),
    hint: msg('Signing in, the app, invitations and pages that clients open.'),
  },
  { value: 'links', label: msg('Links in mails'), hint: msg('Clicks, opens and unsubscribing.') },
  { value: 'api', label: msg('API'), hint: msg('Your servers, and elements in your own pages.') },
  {
    value: 'mail',
    label: msg('Sender of notices'),
    hint: msg('Invitations and other mails of the service itself come from this name.'),
  },
];

export const purposeName = (purpose: DomainPurpose): string =>
  purposeChoices().find(({ value }) => value === purpose)?.label ?? purpose;

/** How a name stands, in a word or two. */
export function domainMark({ state, checking }: Domain): TemplateResult {
  if (checking) return badgeMark(msg('Being checked'), 'info', true);
  switch (state) {
    case 'pending':
      return badgeMark(msg('Not proven yet'), 'neutral', true);
    case 'verified':
      return badgeMark(msg('Proven'), 'info', true);
    case 'active':
      return badgeMark(msg('In use'), 'success', true);
    case 'failing':
      return badgeMark(msg('About to stop'), 'warning', true);
    case 'lost':
      return badgeMark(msg('Stopped'), 'danger', true);
  }
}

/** What that means, in a sentence. */
export function domainNote({ state, servedUntil }: Domain, format: Session['format']): string {
  switch (state) {
    case 'pending':
      return msg('Set both records, and it is in use.');
    case 'verified':
      return msg('It is yours, and does not lead here yet.');
    case 'active':
      return msg('Both records are as they should be.');
    case 'failing':
      return servedUntil
        ? msg(str`A record is gone. It is served until ${format.dateTime(servedUntil)}.`)
        : msg('A record is gone.');
    case 'lost':
      return msg('Its records are gone. Put them back, and it works again.');
  }
}

/** What the last check made of one record, in words. */
export function recordNote({ state, found, value }: Domain['records'][number]): string {
  switch (state) {
    case 'unchecked':
      return msg('Not checked yet.');
    case 'found':
      return msg('It is there.');
    case 'missing':
      return msg('We found no such record.');
    case 'wrong':
      return msg(str`We found ${found.join(', ')} and expected ${value}.`);
    case 'unanswered':
      return msg('The name servers gave no answer. We ask again soon.');
  }
}

/** What ends when a name is given back, in words. */
export function lossOf({ purpose, state }: Domain): string {
  if (state === 'pending' || state === 'lost') return msg('Nothing is served under it now, so nothing stops.');
  switch (purpose) {
    case 'app':
      return msg('Within five seconds nothing is served under it, and everybody who signed in there is signed out.');
    case 'api':
      return msg('Within five seconds nothing is served under it, and what calls it there stops.');
    case 'links':
      return msg(
        'Within five seconds new mails carry other links. Those in mails that were sent work only while the name leads here.',
      );
    case 'mail':
      return msg('Notices come from the sender of the service again.');
  }
}
