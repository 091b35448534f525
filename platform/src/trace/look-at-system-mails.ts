import { languages } from '@tabard/contract';
import { mailSamples } from '#features';
import { queueSystemMail, systemMailKinds } from '#features/operations/system-mail';
import { newId } from '#kernel';
import { allMails } from './all-mails.ts';
import type { Walk } from './client.ts';
import { waitFor } from './wait-for.ts';

/** Has every kind of mail that the platform itself sends sent, for the organization and for the workspace, in every language. */
export async function lookAtSystemMails(walk: Walk): Promise<void> {
  const { installation, inspection, signal } = walk;
  const { sandbox, app } = installation;
  for (const client of walk.clients) {
    const recipients = new Set<string>();
    await app.database.control(async (_em, sql) => {
      for (const kind of systemMailKinds)
        for (const locale of languages)
          for (const workspaceId of [null, client.workspaceId]) {
            // Its mailbox takes whatever comes; those of other people refuse mail now and then.
            const recipient = `ignore-${kind}-${locale}-${workspaceId ? 'workspace' : 'organization'}@people.${client.agency.slug}.example`;
            recipients.add(recipient);
            const content = mailSamples[kind]({
              appUrl: installation.url,
              locale,
              place: `${client.agency.word} Client`,
            });
            const home = { organizationId: client.organizationId, workspaceId };
            await queueSystemMail(app, sql, { ...home, kind, subjectId: newId(), recipient, content });
          }
    });
    const arrived = () => allMails(sandbox).filter(({ recipient }) => recipients.has(recipient));
    await waitFor('the mails of the platform itself', () => arrived().length >= recipients.size, signal);
    for (const mail of arrived())
      inspection.look(
        client.viewer,
        `the mail ${mail.recipient.replace(/^ignore-|@.*$/g, '')}`,
        (await sandbox.read(mail)).toString('latin1'),
      );
  }
}
