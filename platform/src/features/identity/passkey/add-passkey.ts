import type { MadePasskey } from '@tabard/contract/identity/account';
import type { Uuid } from '@tabard/contract';
import { fail, newId, type App, type Host, type Sql } from '#kernel';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import { algorithms, mostPasskeys, pageOrigin, passkeyHost } from './passkey.rules.ts';

/** Who adds a passkey, and at the pages of which host. */
export interface PasskeyOwner {
  userId: Uuid;
  at: Host;
}

/**
 * What a browser makes a passkey from: one that is found without a name being typed, and opens by more than a touch. `issuer` is what the
 * device calls the place, `email` and `name` what it calls the person.
 * @throws `passkey.not_offered`, `passkey.too_many`
 */
export async function beginPasskey(
  app: App,
  { userId, at }: PasskeyOwner,
  { issuer, email, name }: { issuer: string; email: string; name: string },
): Promise<Record<string, unknown>> {
  const host = passkeyHost(at) ?? fail('passkey.not_offered');
  const known = await app.database.readOrganization<{ host: string; credential_id: string; transports: string[] }>(
    'select host, credential_id, transports from passkey where user_id = $1',
    [userId],
    'passkeys_known',
  );
  if (known.length >= mostPasskeys) fail('passkey.too_many');
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const options = await generateRegistrationOptions({
    rpID: host,
    rpName: issuer,
    userID: Uint8Array.from(Buffer.from(userId.replaceAll('-', ''), 'hex')),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known
      .filter((each) => each.host === host)
      .map(({ credential_id: id, transports }) => ({ id, transports: transports as [] })),
  });
  await keepChallenge(app, options.challenge, { userId, host });
  return { ...options };
}

/**
 * Takes what the browser made, in the open transaction; gives the id of the passkey.
 * @throws `passkey.not_offered`, `passkey.challenge_ended`, `passkey.refused`, `passkey.known`, `passkey.too_many`
 */
export async function addPasskey(
  app: App,
  sql: Sql,
  { userId, at }: PasskeyOwner,
  { name, credential }: { name: string; credential: MadePasskey },
): Promise<Uuid> {
  const made = await verifyMade(app, { userId, at }, credential);
  // Those who add at once take turns.
  await sql('select from app_user where id = $1 for no key update', [userId]);
  const [count] = await sql<{ has: number }>('select count(*)::int as has from passkey where user_id = $1', [userId]);
  if ((count?.has ?? 0) >= mostPasskeys) fail('passkey.too_many');
  const id = newId();
  const [row] = await sql(
    `insert into passkey (id, user_id, host, name, credential_id, public_key, sign_count, transports, is_synced)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id`,
    [id, userId, made.host, name, made.id, made.publicKey, made.counter, made.transports, made.isSynced],
  );
  return row ? id : fail('passkey.known');
}

async function verifyMade(app: App, { userId, at }: PasskeyOwner, credential: MadePasskey) {
  const host = passkeyHost(at) ?? fail('passkey.not_offered');
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  let isCurrent = true;
  const verified = await verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} },
    expectedChallenge: async (challenge) => (isCurrent = await takeChallenge(app, challenge, { userId, host })),
    expectedOrigin: pageOrigin(at),
    expectedRPID: host,
    supportedAlgorithmIDs: algorithms,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    app.log.info({ err: error, userId }, 'a passkey was refused');
    return null;
  });
  if (!isCurrent) fail('passkey.challenge_ended');
  if (!verified?.verified) return fail('passkey.refused');
  const { credential: made, credentialBackedUp } = verified.registrationInfo;
  return {
    host,
    id: made.id,
    publicKey: Buffer.from(made.publicKey).toString('base64url'),
    counter: made.counter,
    transports: [...(credential.response.transports ?? [])],
    isSynced: credentialBackedUp,
  };
}
