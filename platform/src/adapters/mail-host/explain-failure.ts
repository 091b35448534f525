import { MailServerFailure } from '#ports';
import { HostNotAllowed } from './allowed-addresses.ts';

/** Finds the words for whatever went wrong while reaching a mail server. `ports` are those usual for it, in words. */
export function explainFailure(
  error: unknown,
  server: { host: string; port: number },
  usualPorts: string,
): MailServerFailure {
  if (error instanceof MailServerFailure) return error;
  if (error instanceof HostNotAllowed) return new MailServerFailure('host_not_allowed', error.message);
  return new MailServerFailure('unreachable', words(error, server, usualPorts), { cause: error });
}

function words(error: unknown, { host, port }: { host: string; port: number }, usualPorts: string): string {
  const known = error as { code?: string; message?: string; errors?: { code?: string }[] }; // Node's errors carry a code
  const code = known.code ?? known.errors?.[0]?.code ?? '';
  const text = known.message ?? String(error);
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME') return `There is no server named ${host}. Check its spelling.`;
  if (code === 'EAI_AGAIN') return `The name ${host} cannot be looked up right now. Try again shortly.`;
  if (code === 'ECONNREFUSED')
    return `${host} accepts no connection on port ${port}. Check the port: usually ${usualPorts}.`;
  if (code.startsWith('ERR_SSL') || code === 'EPROTO')
    return `${host} does not speak TLS on port ${port}. Check port and security: usually ${usualPorts}.`;
  if (code.includes('CERT') || code.includes('ISSUER') || code.includes('SIGNATURE'))
    return `The certificate of ${host} cannot be trusted (${text}). Use the name that the certificate was made for.`;
  if (/in time|timed out|timeout/i.test(`${text} ${code}`) || code === 'ETIMEDOUT')
    return `${host} did not answer on port ${port} in time. Check host, port and security; a firewall may be in the way.`;
  return `${host} cannot be used on port ${port}: ${text}`;
}
