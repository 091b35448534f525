import type { mailboxCreateInput, mailboxUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type Scope } from '#kernel';
import type { MailServerRow } from './mail-server-of.ts';

type Given = z.output<typeof mailboxCreateInput>['smtp'] | NonNullable<z.output<typeof mailboxUpdateInput>['smtp']>;

/** What is stored of the servers, by property. */
type ServerValues = Record<`${'smtp' | 'imap'}${'Host' | 'Port' | 'Security' | 'User' | 'Password'}`, unknown>;

/** What is stored of one server as the caller gave it, the password sealed for the workspace. */
export function serverColumns(
  scope: Scope,
  kind: 'smtp' | 'imap',
  given: Given,
  known?: MailServerRow,
): Partial<ServerValues> {
  const { app, workspaceId } = scope;
  const { host, port, security, user, password } = given;
  if (security === 'none' && !app.config.sending.allowPrivateHosts)
    fail('mailbox.host_not_allowed', {
      public: 'Without TLS the password could be read on its way. Choose TLS or STARTTLS.',
      details: [{ path: `${kind}.security`, message: 'Choose tls or starttls.', reason: 'tls_required' }],
    });
  if (password === undefined && !(known && isSameServer(kind, given, known)))
    // Otherwise whoever may change the host could have the stored password sent to a server of their own.
    fail('request.invalid', {
      details: [
        { path: `${kind}.password`, message: 'Give the password again when the server changes.', reason: 'required' },
      ],
    });
  return {
    [`${kind}Host`]: host,
    [`${kind}Port`]: port,
    [`${kind}Security`]: security,
    [`${kind}User`]: user,
    ...(password === undefined ? {} : { [`${kind}Password`]: app.ports.secrets.seal(password, workspaceId) }),
  };
}

/** What is stored of a mailbox that does not receive. */
export const noImap = { imapHost: null, imapPort: null, imapSecurity: null, imapUser: null, imapPassword: null };

function isSameServer(kind: 'smtp' | 'imap', given: Given, known: MailServerRow): boolean {
  return (
    known[`${kind}_host`] === given.host &&
    known[`${kind}_port`] === given.port &&
    known[`${kind}_security`] === given.security
  );
}
