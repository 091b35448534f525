import { z } from 'zod';

const part = z.string().trim().min(1).max(4000).optional();
const issuer = z.url().optional();

/** With whose accounts people can sign in under the installation's own names. */
export const identityProvidersConfig = z
  .object({
    /** The client ID of an app at Google, for a button "Continue with Google" on the sign-in page. Its redirect address is `/sign-in/callback` below HOSTED_URL. */
    GOOGLE_CLIENT_ID: part,
    /** The secret of that app. */
    GOOGLE_CLIENT_SECRET: part,
    /** Another issuer than Google's, for tests. */
    GOOGLE_ISSUER: issuer,
    /** The same for LinkedIn ("Sign In with LinkedIn using OpenID Connect"). */
    LINKEDIN_CLIENT_ID: part,
    LINKEDIN_CLIENT_SECRET: part,
    /** Another issuer than LinkedIn's, for tests. */
    LINKEDIN_ISSUER: issuer,
    /** The same for Microsoft. Let the app give the optional claims `email` and `xms_edov`: without them no address counts as verified. */
    MICROSOFT_CLIENT_ID: part,
    MICROSOFT_CLIENT_SECRET: part,
    /** For one tenant only: `https://login.microsoftonline.com/<tenant>/v2.0`. Unset, accounts of every tenant. */
    MICROSOFT_ISSUER: issuer,
    /** Whether issuers without TLS, on loopback and in private networks may be asked; for one-machine installations. */
    IDENTITY_ALLOW_PRIVATE: z.stringbool().default(false),
  })
  .superRefine((env, context) => {
    for (const name of ['GOOGLE', 'LINKEDIN', 'MICROSOFT'] as const)
      if ((env[`${name}_CLIENT_ID`] === undefined) !== (env[`${name}_CLIENT_SECRET`] === undefined))
        context.addIssue({
          code: 'custom',
          path: [`${name}_CLIENT_SECRET`],
          message: `${name}_CLIENT_ID and ${name}_CLIENT_SECRET belong together: set both or none.`,
        });
  })
  .transform((env) => {
    const client = (clientId?: string, clientSecret?: string, at?: string) =>
      clientId && clientSecret ? { clientId, clientSecret, issuer: at ?? null } : null;
    return {
      google: client(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET, env.GOOGLE_ISSUER),
      linkedin: client(env.LINKEDIN_CLIENT_ID, env.LINKEDIN_CLIENT_SECRET, env.LINKEDIN_ISSUER),
      microsoft: client(env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET, env.MICROSOFT_ISSUER),
      allowPrivate: env.IDENTITY_ALLOW_PRIVATE,
    };
  });
