import { belongsUnder } from '#features/identity/address';
import { fail, type App, type ServedDomain } from '#kernel';

/** Refuses a link whose person has nothing to do under the host name at which it is used. */
export async function requireUnder(app: App, domain: ServedDomain | null, userId: string): Promise<void> {
  if (!(await belongsUnder(app, domain, userId))) fail('auth.link_wrong');
}
