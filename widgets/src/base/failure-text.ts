import { msg } from '@lit/localize';
import { codeWords } from './code-words.ts';
import type { Failure, FailureDetail } from './failure.ts';
import { isShut } from './is-shut.ts';
import { ruleWords } from './rule-words.ts';

/** What happened, in a few words. */
export function headingOf(failure: Failure): string {
  if (failure.code === 'client.signed_out') return msg('You are signed out');
  if (isShut(failure))
    return failure.code.endsWith('archived') ? msg('This workspace is archived') : msg('This workspace is suspended');
  const headings: Record<Failure['kind'], string> = {
    connection: msg('No connection'),
    authentication: msg('Your session could not be opened'),
    permission: msg('You cannot see this'),
    not_found: msg('This is no longer here'),
    invalid: msg('This did not work'),
    rate_limit: msg('Too many requests'),
    server: msg('This could not be loaded'),
  };
  return headings[failure.kind];
}

/** What to do about one thing that is wrong, in the language of the page; `code` is that of the whole failure. */
export const detailText = ({ reason, limit, name, message }: FailureDetail, code?: string): string =>
  // Beside a filter the same reasons say other things.
  (code === 'filter.invalid' ? codeWords(code) : ruleWords(reason, limit)) ??
  codeWords(reason, name) ??
  codeWords(code, name) ??
  message;

/** A sentence for people, in the language of the page; the platform's own where there is none. */
export function textOf(failure: Failure): string {
  if (failure.code === 'client.offline')
    return msg('You are offline, so nothing was changed. Try again once you are connected.');
  if (failure.kind === 'connection') return msg('The service cannot be reached. Check your connection and try again.');
  if (failure.kind === 'authentication') return msg('Reload the page to sign in again.');
  if (failure.code === 'client.render')
    return msg('Something in this part went wrong. The rest of the page still works.');
  const details = [...new Set(failure.details.map((detail) => detailText(detail, failure.code)))].join(' ');
  // What gave no code of its own stands between us and the platform, and says numbers and words of its own.
  const said = codeWords(failure.code) ?? (failure.code === `client.${failure.kind}` ? '' : failure.message);
  return details || said || msg('Something went wrong. Try again in a moment.');
}
