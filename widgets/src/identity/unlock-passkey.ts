import { msg } from '@lit/localize';
import type { UsedPasskey } from '@tabard/contract/identity/account';

/** Has the browser ask for one of the person's passkeys, in a window of its own. */
export async function unlockPasskey(options: Record<string, unknown>): Promise<UsedPasskey> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON, // as the platform wrote them
  );
  const used = (await navigator.credentials.get({ publicKey }).catch(refuse)) as PublicKeyCredential; // of the kind that was asked for
  const { id, rawId, response } = used.toJSON() as AuthenticationResponseJSON; // of one that was unlocked
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, rawId, type: 'public-key', response: { clientDataJSON, authenticatorData, signature, userHandle } };
}

/** Browsers say the same of what was closed, took too long and is not there. */
function refuse(): never {
  const message = msg('No passkey was used. Try again, or use your password.');
  throw Object.assign(new Error(message), { status: 400, code: 'client.no_passkey' });
}
