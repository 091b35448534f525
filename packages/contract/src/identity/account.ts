import { z } from 'zod';
import { idOutput } from '../ids.ts';

const password = z.string().min(1).max(1024);
/** As an app shows it, or one of the recovery codes. */
const oneTimePassword = z.string().trim().min(6).max(32);

/** A person of the platform's own, as they see themselves. */
export const accountOutput = z.object({
  id: idOutput('user'),
  /** The address they sign in with. */
  email: z.string(),
  /** Their name. */
  name: z.string(),
  /**
   * Until when it counts as shown that it is them, ISO 8601 in UTC; `null` when `account.confirm` has to come before a change of how
   * they sign in.
   */
  confirmedUntil: z.iso.datetime().nullable(),
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
]);
export const accountConfirmOutput = z.object({
  /** Until when it counts as shown that it is them, ISO 8601 in UTC. */
  confirmedUntil: z.iso.datetime(),
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

export type Account = z.infer<typeof accountOutput>;
export type SecondFactorSetUp = z.infer<typeof secondFactorSetUp>;
