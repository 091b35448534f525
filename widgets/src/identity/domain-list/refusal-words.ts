import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of host names. */
export const refusalWords: CodeWords = {
  'domain.invalid': () =>
    msg('This is no host name. Write one such as portal.client.example, without https:// and without a path.'),
  'domain.public': () => msg('Anybody can have names below this one. Write a name of your own below it.'),
  'domain.own': () => msg('This name is the service’s own. Write a name of yours.'),
  'domain.taken': () => msg('This name is in use already. Remove it where it is in use, or write another one.'),
  'domain.too_many': () => msg('There are 100 names here already. Remove those that nobody needs.'),
  'domain.mail_unset': () => msg('This service sends no notices of its own, so no name can be their sender.'),
};
