import { normaliseAddress } from '@tabard/contract';
import { z } from 'zod';

const serverUrl = z.url({
  protocol: /^smtps?$/,
  error: 'Give an address such as smtps://user:password@mail.example.com.',
});

/** The mails that the platform itself sends to people, such as invitations. */
export const systemMailConfig = z
  .object({
    /**
     * The mail server for them: `smtps://user:password@mail.example.com` (TLS, port 465) or `smtp://…` (STARTTLS, port 587). Write a user
     * or password with special characters in percent encoding. `?security=none` is for a relay on the same machine. Without it nobody is
     * written to, and links are handed over by whoever made them.
     */
    SYSTEM_MAIL_URL: serverUrl.optional(),
    /** The address that they come from. The name is the brand's, and so is the address that answers go to. */
    SYSTEM_MAIL_FROM: z
      .string()
      .trim()
      .refine((text) => normaliseAddress(text) !== null, 'Give an email address without a name.')
      .optional(),
  })
  .refine((env) => (env.SYSTEM_MAIL_URL === undefined) === (env.SYSTEM_MAIL_FROM === undefined), {
    path: ['SYSTEM_MAIL_FROM'],
    message: 'SYSTEM_MAIL_URL and SYSTEM_MAIL_FROM belong together: set both or none.',
  })
  .transform(({ SYSTEM_MAIL_URL: url, SYSTEM_MAIL_FROM: from }) => {
    if (!url || !from) return { server: null, from: null };
    const at = new URL(url);
    const isSecure = at.protocol === 'smtps:';
    const plain = at.searchParams.get('security') === 'none' ? ('none' as const) : ('starttls' as const);
    return {
      server: {
        host: at.hostname,
        port: Number(at.port) || (isSecure ? 465 : 587),
        security: isSecure ? ('tls' as const) : plain,
        user: decodeURIComponent(at.username),
        password: decodeURIComponent(at.password),
      },
      from,
    };
  });
