import type { MailTransport } from '#ports';
import { SmtpPool } from './smtp-pool.ts';
import { openSession, type SmtpLimits } from './smtp-session.ts';
import { transportFailure } from './transport-failure.ts';

/** Settings of the SMTP client; what is left out follows RFC 5321. */
export type SmtpOptions = Pick<SmtpLimits, 'allowPrivateHosts'> & Partial<SmtpLimits>;

/** Somebody waits in front of a screen for the answer to a check. */
const checkTimeoutMs = 20_000;

/** Sends over SMTP with kept connections and pipelined commands. */
export function createSmtpTransport(options: SmtpOptions): MailTransport {
  const limits: SmtpLimits = {
    connectTimeoutMs: 15_000,
    commandTimeoutMs: 300_000,
    dataTimeoutMs: 600_000,
    idleMs: 30_000,
    // An address of the private network is nobody's business.
    clientName: '[127.0.0.1]',
    ...options,
  };
  return {
    open: (server, { connections }) => new SmtpPool(server, limits, connections),
    async check(server) {
      const commandTimeoutMs = Math.min(limits.commandTimeoutMs, checkTimeoutMs);
      try {
        const session = await openSession(server, { ...limits, commandTimeoutMs });
        session.wire.quit();
        return { ok: true };
      } catch (error) {
        const { code, message } = transportFailure(error, server);
        return { ok: false, code, message };
      }
    },
  };
}
