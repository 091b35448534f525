import { msg } from '@lit/localize';
import { toFailure, type Failure } from '../base/failure.ts';

/**
 * Finds out why no session could be opened, and says it to the developer in the console, with the cause. A browser says the same for an
 * origin that is not allowed as for a service that is out of reach; an address that every page may ask tells them apart.
 */
export async function explain(cause: unknown, baseUrl = location.origin): Promise<Failure> {
  const failure = toFailure(cause);
  const say = (words: string): Failure => {
    console.error(words, cause);
    return failure;
  };
  const foreign = `The service does not answer pages of ${location.origin}. Name it in "origins" when your server creates the embed session.`;
  if (failure.code.startsWith('client.session'))
    return say(
      `fetchClientSecret got no session from the page's own server. ${failure.message} It returns the secret, or { clientSecret, expiresAt }.`,
    );
  if (failure.code === 'auth.origin_not_allowed') return unknownPage(say(foreign));
  if (failure.kind !== 'connection' || !navigator.onLine) return failure;
  const reached = await fetch(`${baseUrl.replace(/\/+$/, '')}/health/live`, {
    credentials: 'omit',
    cache: 'no-store',
  }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (reached) return unknownPage(say(foreign));
  failure.code = 'client.unreachable';
  return say(
    `${baseUrl} does not answer. See that baseUrl is right, that its port is not one that browsers refuse, that the service runs, and that the page's policy allows it (connect-src).`,
  );
}

/** What people read: whoever runs the page is the one to mend it. In the language of the moment it is shown in. */
function unknownPage(failure: Failure): Failure {
  return {
    ...failure,
    kind: 'permission',
    code: 'client.origin_refused',
    retryable: false,
    get message() {
      return msg('The service does not know this page. Tell whoever runs it.');
    },
  };
}
