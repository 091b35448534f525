import type { MailServer, MailTransport } from '#ports';
import { createSesTransport, isSesApi, type SesOptions } from './ses-transport.ts';
import { createSmtpTransport, type SmtpOptions } from './smtp-transport.ts';

/** Sends by the way that a mailbox's server speaks: the HTTP interface of Amazon SES by its host name, else SMTP. */
export function createMailTransport(options: SmtpOptions & SesOptions): MailTransport {
  const smtp = createSmtpTransport(options);
  const ses = createSesTransport(options);
  const of = (server: MailServer) => (isSesApi(server.host) ? ses : smtp);
  return {
    open: (server, settings) => of(server).open(server, settings),
    check: (server) => of(server).check(server),
  };
}
