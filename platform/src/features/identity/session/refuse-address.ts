import { toPublicId } from '@tabard/contract';
import { actingAs, fail, noteRefusal, originOf, type ApiKeyPrincipal, type App } from '#kernel';

/** One address is noted this often at most for one key, however often it knocks. */
const notedEveryMs = 60_000;
/** Pairs that are remembered; beyond, all are forgotten. */
const mostRemembered = 10_000;
const noted = new WeakMap<App, Map<string, number>>();

/** Refuses a key that comes from outside its networks, and notes that in the audit log of its organization. */
export function refuseAddress(
  app: App,
  principal: ApiKeyPrincipal,
  from: { ip: string; userAgent: string | null },
): never {
  const known = noted.get(app) ?? new Map<string, number>();
  noted.set(app, known);
  const pair = `${principal.apiKeyId} ${from.ip}`;
  if ((known.get(pair) ?? 0) < Date.now()) {
    if (known.size >= mostRemembered) known.clear();
    known.set(pair, Date.now() + notedEveryMs);
    noteRefusal(app, principal.workspaceId ?? principal.organizationId, {
      ...actingAs(principal),
      origin: originOf(from),
      act: 'apiKeys.use',
      outcome: 'auth.address_not_allowed',
      input: undefined,
      subjects: [toPublicId('apiKey', principal.apiKeyId)],
    });
  }
  return fail('auth.address_not_allowed', {
    public: `This API key may not be used from ${from.ip}. Add the address to the networks of the key.`,
  });
}
