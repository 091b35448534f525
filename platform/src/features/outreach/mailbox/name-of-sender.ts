import { hostname } from 'node:os';
import { domainToASCII } from 'node:url';

/** Names of one network, which say nothing to a server outside and tell it what is nobody's business. */
const privateName = /\.(local|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|arpa)$/i;
const fullName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/**
 * What a mailbox calls itself to its SMTP server (EHLO): the full public name of this host, or, where it has none, the domain that
 * the mailbox writes from. Servers refuse names without a dot and addresses of private networks.
 */
export function nameOfSender(address: string, host: string = hostname()): string | undefined {
  if (fullName.test(host) && !privateName.test(host)) return host.toLowerCase();
  const domain = domainToASCII(address.slice(address.lastIndexOf('@') + 1));
  return fullName.test(domain) ? domain : undefined;
}
