import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { languages } from '../languages.ts';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { identityProviderKinds } from './identity-provider-words.ts';
import { timeZoneSchema } from './workspace.ts';

/** The languages that the app speaks. */
export const personLocale = z.enum([...languages, 'ar']);

const password = z.string().min(1).max(1024);
/** As an app shows it, or one of the recovery codes. */
const oneTimePassword = z.string().trim().min(6).max(32);

/** What a person unlocks with a device instead of typing a password. */
export const passkeyOutput = z.object({
  id: idOutput('passkey'),
  /** What the person calls it. */
  name: z.string(),
  /** The host name of the sign-in page that it is good at, and at no other. */
  host: z.string(),
  /** Whether it is good where the person is signed in now. */
  isHere: z.boolean(),
  /** Whether a password manager or the maker of the device keeps copies of it; otherwise it goes with the device. */
  isSynced: z.boolean(),
  /** Whether its counter once went back, as it does when somebody copied it. Remove it then. */
  isDoubted: z.boolean(),
  /** Since when, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** When somebody last signed in with it, ISO 8601 in UTC; `null` for never. */
  lastUsedAt: z.iso.datetime().nullable(),
});

/** An account at a provider by which a person signs in. */
export const identityOutput = z.object({
  id: idOutput('userIdentity'),
  /** What kind of provider it is at: `oidc` for a company's own. */
  kind: z.enum(identityProviderKinds),
  /** What the provider is called. */
  name: z.string(),
  /** The address that the provider said; `null` where it said none. */
  email: z.string().nullable(),
  /** Since when it signs the person in, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** When somebody last signed in with it, ISO 8601 in UTC; `null` for never. */
  lastUsedAt: z.iso.datetime().nullable(),
});

/** A person of the platform's own, as they see themselves. */
export const accountOutput = z.object({
  id: idOutput('user'),
  /** The address they sign in with. */
  email: z.string(),
  /** Their name. */
  name: z.string(),
  /** The language that they read the app and its mails in; `null` for that of the workspace. */
  locale: personLocale.nullable(),
  /** Their clock, an IANA time zone; `null` for that of the workspace. */
  timeZone: z.string().nullable(),
  /** The address that they asked for and did not confirm yet by the link that was mailed to it; `null` when there is none. */
  newEmail: z
    .object({
      /** The address to be. */
      email: z.string(),
      /** Until when the link is good, ISO 8601 in UTC. */
      expiresAt: z.iso.datetime(),
    })
    .nullable(),
  /**
   * Until when it counts as shown that it is them, ISO 8601 in UTC; `null` when `account.confirm` has to come before a change of how
   * they sign in.
   */
  confirmedUntil: z.iso.datetime().nullable(),
  /** Whether they have a password; without one they get one by a mailed link. */
  hasPassword: z.boolean(),
  /** The app whose codes are asked for at sign-in, beside the password. */
  secondFactor: z.object({
    /** Whether a code is asked for. */
    isOn: z.boolean(),
    /** Since when, ISO 8601 in UTC; `null` while it is off. */
    turnedOnAt: z.iso.datetime().nullable(),
    /** Recovery codes that were not used yet. */
    recoveryCodesLeft: z.int(),
    /** Whether an organization of theirs asks for it, so that it cannot be turned off. */
    isRequired: z.boolean(),
  }),
  /** What signs them in without a password and a code. */
  passkeys: z.object({
    /** The host name at whose pages they can add one: that of the sign-in page that they came by; `null` where there can be none. */
    host: z.string().nullable(),
    /** Those that they have, the oldest first. */
    items: z.array(passkeyOutput),
  }),
  /** The accounts at providers by which they sign in. */
  identities: z.object({
    /** With whose accounts they can sign in, besides, at the pages that they came by. */
    offered: z.array(
      z.object({
        /** How `beginIdentity` calls it. */
        provider: z.string(),
        kind: z.enum(identityProviderKinds),
        /** What people call it. */
        name: z.string(),
      }),
    ),
    /** Those that they have, the oldest first. */
    items: z.array(identityOutput),
  }),
});

const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/);
/** Beside what is read, browsers send more; it is left aside. */
const credentialId = bytes(1400).min(1);

/** What a browser's `toJSON` gives of a passkey that it made. */
export const madePasskey = z.object({
  /** Its id, as the device gave it; Base64url. */
  id: credentialId,
  /** The same once more. */
  rawId: credentialId,
  /** What kind of credential it is. */
  type: z.literal('public-key'),
  /** What the device answered. */
  response: z.object({
    /** What the browser had signed: the challenge, and the address of the page; Base64url. */
    clientDataJSON: bytes(4_000),
    /** The public key and what the device says of it; Base64url of CBOR. */
    attestationObject: bytes(16_000),
    /** How the device is reached, such as `internal` or `usb`. */
    transports: z.array(z.string().max(32)).max(10).optional(),
  }),
});
/** What a browser's `toJSON` gives of a passkey that somebody unlocked. */
export const usedPasskey = z.object({
  /** Its id, as the device gave it; Base64url. */
  id: credentialId,
  /** The same once more. */
  rawId: credentialId,
  /** What kind of credential it is. */
  type: z.literal('public-key'),
  /** What the device answered. */
  response: z.object({
    /** What the browser had signed: the challenge, and the address of the page; Base64url. */
    clientDataJSON: bytes(2_000),
    /** For which host name, whether the person was verified, and how often it was used; Base64url. */
    authenticatorData: bytes(1_000),
    /** The signature of both; Base64url. */
    signature: bytes(1_400),
    /** Whose passkey the device holds it for; Base64url. */
    userHandle: bytes(128).nullish(),
  }),
});

export const accountConfirmInput = z.union([
  z.strictObject({
    /** The person's password. */
    password,
  }),
  z.strictObject({
    /** The code that the person's app shows now, or a recovery code. */
    oneTimePassword,
  }),
  z.strictObject({
    /** A passkey of theirs that was unlocked for `account.beginConfirmation`, by the browser's `toJSON`. */
    passkey: usedPasskey,
  }),
]);
export const accountConfirmOutput = z.object({
  /** Until when it counts as shown that it is them, ISO 8601 in UTC. */
  confirmedUntil: z.iso.datetime(),
});

/** What is left out stays as it is. */
export const accountUpdateInput = z.strictObject({
  /** What others see them as. */
  name: oneLine().min(1).max(120).optional(),
  /** The language of the app and its mails; `null` for that of the workspace. Mails that are not written in it come in the workspace's. */
  locale: personLocale.nullable().optional(),
  /** The clock of the app; `null` for that of the workspace. */
  timeZone: timeZoneSchema.nullable().optional(),
});

export const accountChangeEmailInput = z.strictObject({
  /** The address to sign in with from the moment its link is used. */
  email: emailAddress,
});
/** Says the same whether somebody has the address already. */
export const accountChangeEmailOutput = z.object({
  /** The address to be, as it is stored. */
  email: z.string(),
  /** Until when the link is good, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
});

export const accountChangePasswordInput = z.strictObject({
  /** The password that the person has. */
  password,
  /** The one to have from now on: at least 12 characters, and none that is easily guessed. */
  newPassword: password,
});
export const accountChangePasswordOutput = z.object({
  /** Sign-ins elsewhere that ended with it. */
  endedSessions: z.int(),
});

/** What an app is set up with. */
export const secondFactorSetUp = z.object({
  /** The secret in Base32, for whoever types it. */
  secret: z.string(),
  /** The address that an app reads: `otpauth://totp/…`. */
  uri: z.string(),
  /** That address as a QR code. */
  picture: z.object({
    /** Squares along one side, with the quiet zone. */
    size: z.int(),
    /** The dark squares as the path of an SVG whose view box is `0 0 size size`. */
    path: z.string(),
  }),
});
export const accountTurnOnInput = z.strictObject({
  /** The first code that the app shows. */
  oneTimePassword,
});
export const recoveryCodesOutput = z.object({
  /** Ten codes, each good once in place of the app's. Shown this once. */
  recoveryCodes: z.array(z.string()),
});

/** What a browser unlocks one of the person's passkeys by: `PublicKeyCredential.parseRequestOptionsFromJSON` reads it. */
export const confirmationBeginOutput = z.object({
  /** The options as WebAuthn writes them in JSON. The challenge in it is good once, for five minutes. */
  options: z.record(z.string(), z.unknown()),
});

/** What a browser makes a passkey from: `PublicKeyCredential.parseCreationOptionsFromJSON` reads it. */
export const passkeyBeginOutput = z.object({
  /** The options as WebAuthn writes them in JSON. The challenge in it is good once, for five minutes. */
  options: z.record(z.string(), z.unknown()),
});

const passkeyName = oneLine().min(1).max(80);
export const passkeyAddInput = z.strictObject({
  /** What the person calls it. */
  name: passkeyName,
  /** What the browser made of the options, by its `toJSON`. */
  credential: madePasskey,
});
export const passkeyRenameInput = z.strictObject({
  id: idInput('passkey'),
  /** What the person calls it from now on. */
  name: passkeyName,
});
export const passkeyRemoveInput = z.strictObject({ id: idInput('passkey') });
export const passkeyRemoveOutput = z.object({
  id: idOutput('passkey'),
  /** Sign-ins elsewhere that it had opened, which ended with it. */
  endedSessions: z.int(),
});

export const identityBeginInput = z.strictObject({
  /** One of those that `account.get` offers. */
  provider: z.string().min(1).max(64),
  /** The workspace whose page is gone on with. */
  workspaceId: idInput('workspace').optional(),
});
export const identityBeginOutput = z.object({
  /** Where the browser goes on, in the window in which the person is signed in. Good once, for ten minutes. */
  url: z.string(),
});
export const identityRemoveInput = z.strictObject({ id: idInput('userIdentity') });
export const identityRemoveOutput = z.object({
  id: idOutput('userIdentity'),
  /** Sign-ins elsewhere that it had opened, which ended with it. */
  endedSessions: z.int(),
});

export type Identity = z.infer<typeof identityOutput>;
export type Passkey = z.infer<typeof passkeyOutput>;
export type MadePasskey = z.infer<typeof madePasskey>;
export type UsedPasskey = z.infer<typeof usedPasskey>;
export type Account = z.infer<typeof accountOutput>;
export type SecondFactorSetUp = z.infer<typeof secondFactorSetUp>;
