import type { mailboxCreateInput, mailboxUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type Scope } from '#kernel';
import type { MailServerRow } from './mail-server-of.ts';

type Given = z.output<typeof mailboxCreateInput>['smtp'] | NonNullable<z.output<typeof mailboxUpdateInput>['smtp']>;

/** The columns of one server as the caller gave it, the password sealed for the workspace. */
export function serverColumns(
  scope: Scope,
  kind: 'smtp' | 'imap',
  given: Given,
  known?: MailServerRow,
): Record<string, unknown> {
  const { app, workspaceId } = scope;
  if (given.security === 'none' && !app.config.sending.allowPrivateHosts)
    fail('mailbox.host_not_allowed', {
      public: 'Without TLS the password could be read on its way. Choose TLS or STARTTLS.',
      details: [{ path: `${kind}.security`, message: 'Choose tls or starttls.' }],
    });
  if (given.password === undefined && !(known && isSameServer(kind, given, known)))
    // Otherwise whoever may change the host could have the stored password sent to a server of their own.
    fail('request.invalid', {
      details: [{ path: `${kind}.password`, message: 'Give the password again when the server changes.' }],
    });
  return {
    [`${kind}_host`]: given.host,
    [`${kind}_port`]: given.port,
    [`${kind}_security`]: given.security,
    [`${kind}_user`]: given.user,
    ...(given.password === undefined
      ? {}
      : { [`${kind}_password`]: app.ports.secrets.seal(given.password, workspaceId) }),
  };
}

/** The columns of a mailbox that does not receive. */
export const noImap = { imap_host: null, imap_port: null, imap_security: null, imap_user: null, imap_password: null };

function isSameServer(kind: 'smtp' | 'imap', given: Given, known: MailServerRow): boolean {
  return (
    known[`${kind}_host`] === given.host &&
    known[`${kind}_port`] === given.port &&
    known[`${kind}_security`] === given.security
  );
}
