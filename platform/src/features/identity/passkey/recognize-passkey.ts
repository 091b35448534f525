import type { UsedPasskey } from '@tabard/contract/identity/account';
import type { Uuid } from '@tabard/contract';
import { fail, type App, type Host } from '#kernel';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import { pageOrigin, passkeyHost } from './passkey.rules.ts';

/**
 * What a browser finds a passkey by: any that it has for the host name, whosever it is, or one of those that somebody has.
 * @throws `passkey.not_offered`, and `passkey.not_found` for somebody who has none there
 */
export async function beginUnlocking(
  app: App,
  at: Host,
  { userId }: { userId: Uuid | null } = { userId: null },
): Promise<Record<string, unknown>> {
  const host = passkeyHost(at) ?? fail('passkey.not_offered');
  const theirs = userId === null ? [] : await passkeysAt(app, userId, host);
  if (userId !== null && theirs.length === 0) fail('passkey.not_found');
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const allowCredentials = theirs.map(({ credential_id: id, transports }) => ({ id, transports: transports as [] }));
  const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required', allowCredentials });
  await keepChallenge(app, options.challenge, { userId, host });
  return { ...options };
}

const passkeysAt = ({ database }: App, userId: Uuid, host: string) =>
  database.readOrganization<{ credential_id: string; transports: string[] }>(
    'select credential_id, transports from passkey where user_id = $1 and host = $2',
    [userId, host],
    'passkeys_at',
  );

/** Whose passkey somebody unlocked. */
export interface RecognizedPasskey {
  id: Uuid;
  userId: Uuid;
  /** Its counter went back: somebody may have copied it. It opens nothing this time. */
  isDoubtful: boolean;
  /** Whether that was noticed for the first time. */
  isNewlyDoubted: boolean;
}

interface PasskeyRow {
  id: Uuid;
  user_id: Uuid;
  public_key: string;
}

/**
 * Finds out whose passkey it is, by its signature under a challenge of ours, its host name, and its owner having been asked for a finger,
 * a face or a PIN. Why it is refused is in the log only. `userId`: whom it was asked of, where that is known.
 * @throws `passkey.challenge_ended`, `auth.passkey_refused`
 */
export async function recognizePasskey(
  app: App,
  at: Host,
  credential: UsedPasskey,
  { userId }: { userId: Uuid | null } = { userId: null },
): Promise<RecognizedPasskey> {
  const host = passkeyHost(at) ?? fail('auth.passkey_refused');
  const [row] = await app.database.readOrganization<PasskeyRow>(
    'select id, user_id, public_key from passkey where credential_id = $1 and host = $2 and user_id = coalesce($3, user_id)',
    [credential.id, host, userId],
    'passkey_of_credential',
  );
  let isCurrent = true;
  const verified = row && (await verify(app, { at, host, userId, row, credential, ended: () => (isCurrent = false) }));
  if (!isCurrent) fail('passkey.challenge_ended');
  if (!row || !verified) return fail('auth.passkey_refused');
  return { id: row.id, userId: row.user_id, ...(await countUse(app, row.id, verified)) };
}

interface Unlocked {
  at: Host;
  host: string;
  /** Whom it was asked of. */
  userId: Uuid | null;
  row: PasskeyRow;
  credential: UsedPasskey;
  ended: () => void;
}

async function verify(app: App, { at, host, userId, row, credential, ended }: Unlocked) {
  const { userHandle } = credential.response;
  // The device names the person, too, and must mean the same.
  if (userHandle && Buffer.from(userHandle, 'base64url').toString('hex') !== row.user_id.replaceAll('-', ''))
    return null;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      ...credential,
      response: { ...credential.response, userHandle: userHandle ?? undefined },
      clientExtensionResults: {},
    },
    expectedChallenge: async (challenge) => {
      const taken = await takeChallenge(app, challenge, { userId, host });
      if (!taken) ended();
      return taken;
    },
    expectedOrigin: pageOrigin(at),
    expectedRPID: host,
    // The counter is compared where it is written, so that two at once cannot both pass.
    credential: { id: credential.id, publicKey: Uint8Array.from(Buffer.from(row.public_key, 'base64url')), counter: 0 },
    requireUserVerification: true,
  }).catch((error: unknown) => {
    app.log.info({ err: error, passkeyId: row.id }, 'a passkey was refused');
    return { verified: false, authenticationInfo: null };
  });
  return verified ? authenticationInfo : null;
}

/** Devices that count go up with every use; one that does not was copied, or its answer was sent twice (WebAuthn, 6.1.1). */
async function countUse(
  { database }: App,
  id: Uuid,
  { newCounter, credentialBackedUp }: { newCounter: number; credentialBackedUp: boolean },
): Promise<Pick<RecognizedPasskey, 'isDoubtful' | 'isNewlyDoubted'>> {
  const counted = await database.readOrganization(
    `update passkey set sign_count = $2::bigint, is_synced = $3, last_used_at = now()
      where id = $1 and (sign_count < $2::bigint or sign_count = 0 and $2::bigint = 0) returning id`,
    [id, newCounter, credentialBackedUp],
  );
  if (counted.length > 0) return { isDoubtful: false, isNewlyDoubted: false };
  const doubted = await database.readOrganization(
    'update passkey set doubted_at = now() where id = $1 and doubted_at is null returning id',
    [id],
  );
  return { isDoubtful: true, isNewlyDoubted: doubted.length > 0 };
}
