import { MailServerFailure, type MailServer } from '#ports';
import type { Reply } from './read-replies.ts';
import type { SmtpWire } from './smtp-wire.ts';

const encode = (text: string) => Buffer.from(text).toString('base64');

/** Signs in with the best way that both sides know and gives the server's last word about it. */
export async function signIn(wire: SmtpWire, server: MailServer, offer: string, timeoutMs: number): Promise<Reply> {
  const offered = new Set(offer.toUpperCase().split(/\s+/));
  const { user, password, accessToken } = server;
  if (accessToken && offered.has('XOAUTH2')) {
    const reply = await wire.ask(
      `AUTH XOAUTH2 ${encode(`user=${user}\x01auth=Bearer ${accessToken}\x01\x01`)}`,
      timeoutMs,
    );
    // The refusal explains itself first and waits for an empty line.
    return reply.code === 334 ? wire.ask('', timeoutMs) : reply;
  }
  if (offered.has('PLAIN')) return wire.ask(`AUTH PLAIN ${encode(`\0${user}\0${password}`)}`, timeoutMs);
  if (offered.has('LOGIN')) {
    const prompt = await wire.ask('AUTH LOGIN', timeoutMs);
    if (prompt.code !== 334) return prompt;
    const second = await wire.ask(encode(user), timeoutMs);
    return second.code === 334 ? wire.ask(encode(password), timeoutMs) : second;
  }
  throw new MailServerFailure(
    'authentication_failed',
    `${server.host} offers no way to sign in with a user name and a password on port ${server.port}. Use port 465 or 587.`,
  );
}
