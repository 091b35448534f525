import { isIP } from 'node:net';
import { z } from 'zod';

const hostName = z
  .string()
  .regex(
    /^(?=.{1,253}$)(?:[a-z\d_](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]+$/i,
    'Give a host name, such as edge.example.com.',
  );

const isServer = (text: string): boolean => {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/.exec(text) ?? [];
  return isIP(text) !== 0 || isIP(bracketed ?? plain ?? '') !== 0;
};

/** Host names of organizations and workspaces, and how they are checked. */
export const domainsConfig = z
  .object({
    /**
     * Where host names of organizations and workspaces are to lead, for a CNAME record: a name of the proxy in front. Unset, the host of
     * the address for the purpose (`HOSTED_URL`, `PUBLIC_URL`, `LINKS_URL`). Whoever sets the record sees this name.
     */
    DOMAINS_TARGET: hostName.optional(),
    /** Name servers to ask, with commas, such as `9.9.9.9, [2620:fe::fe]:53`; unset, those of the system. */
    DNS_SERVERS: z
      .string()
      .transform((text) => text.split(',').map((server) => server.trim()))
      .refine((servers) => servers.every(isServer), 'Give addresses of name servers, with commas between them.')
      .optional(),
  })
  .transform((env) => ({ target: env.DOMAINS_TARGET?.toLowerCase() ?? null, servers: env.DNS_SERVERS ?? null }));
