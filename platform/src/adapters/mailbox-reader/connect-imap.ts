import { allowedAddresses, explainFailure, requireProtected, tlsOptions } from '#adapters/mail-host';
import { MailServerFailure, type MailServer } from '#ports';
import { BoundedImap, longestLine } from './bounded-imap.ts';
import { largestMail } from './read-inbox.ts';

export interface ImapLimits {
  /** Whether mail servers in private networks, and sessions without TLS, may be used. */
  allowPrivateHosts: boolean;
  connectTimeoutMs: number;
}

/** Bytes of a greeting, capabilities and the answers to signing in. */
const greetingBytes = 512 * 1024;

/** Connects and signs in; the signal ends the connection at once, whatever it is doing. @throws MailServerFailure */
export async function connectImap(server: MailServer, limits: ImapLimits, signal?: AbortSignal): Promise<BoundedImap> {
  try {
    requireProtected(server.security, { allowPrivate: limits.allowPrivateHosts });
    const addresses = await allowedAddresses(server.host, { allowPrivate: limits.allowPrivateHosts });
    const tls = tlsOptions(server.host, addresses);
    // Loaded here and not above: a process that only serves requests never needs it.
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      host: addresses[0]!, // never empty: see allowedAddresses
      port: server.port,
      secure: server.security === 'tls',
      doSTARTTLS: server.security === 'starttls',
      servername: tls.servername,
      tls,
      auth: {
        user: server.user,
        ...(server.accessToken ? { accessToken: server.accessToken } : { pass: server.password }),
      },
      connectionTimeout: limits.connectTimeoutMs,
      greetingTimeout: limits.connectTimeoutMs,
      disableAutoIdle: true,
      maxLineLength: longestLine,
      maxLiteralSize: largestMail + longestLine,
      maxResponseSize: largestMail + 2 * longestLine,
      logger: false,
    });
    const abort = () => client.close();
    signal?.addEventListener('abort', abort, { once: true });
    client.on('close', () => signal?.removeEventListener('abort', abort));
    signal?.throwIfAborted();
    const imap = new BoundedImap(client);
    await imap.exchange('signing in', { bytes: greetingBytes, ms: 4 * limits.connectTimeoutMs }, () =>
      client.connect(),
    );
    return imap;
  } catch (error) {
    throw imapFailure(error, server);
  }
}

/** Finds the words for whatever went wrong with an IMAP server. */
export function imapFailure(error: unknown, server: MailServer): MailServerFailure {
  const known = error as { authenticationFailed?: boolean; responseText?: string; response?: unknown }; // set by imapflow
  if (known.authenticationFailed) {
    const said = known.responseText ? ` It said: ${known.responseText.slice(0, 300)}` : '';
    return new MailServerFailure(
      'authentication_failed',
      `${server.host} refused the user name or the password for reading mail. Check both; some providers ask for an app password.${said}`,
      { cause: error },
    );
  }
  return explainFailure(error, server, '993 with TLS or 143 with STARTTLS');
}
