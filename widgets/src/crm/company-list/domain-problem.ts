import { msg, str } from '@lit/localize';
import type { Failure } from '../../base/failure.ts';

/** What is wrong with each of some domains, by its name. */
export function domainProblem(
  failure: Failure | null,
  domains: readonly string[],
  problemOf: (path: string) => string,
): string {
  const wrong = (failure?.details ?? []).filter(({ path }) => path.startsWith('domains.'));
  const words = wrong.map(({ path, reason }) => {
    const said = problemOf(path);
    const domain = domains[Number(path.slice('domains.'.length))] ?? '';
    if (reason === 'wrong_form') return msg(str`“${domain}” is no domain. Write it such as example.com.`);
    return reason === 'not_listed'
      ? msg(str`Addresses at ${domain} belong to no company: it is a mail provider.`)
      : said;
  });
  return words.join(' ') || problemOf('domains');
}
