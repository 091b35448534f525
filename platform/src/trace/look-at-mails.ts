import type { StoredMail } from '@tabard/embedded';
import { parseMail } from '@tabard/email';
import { z } from 'zod';
import type { Client, Walk } from './client.ts';
import { allMails } from './all-mails.ts';
import { addressOf } from './fill-workspace.ts';
import { made, resultOf } from './result-of.ts';
import { waitFor } from './wait-for.ts';

/** A mail as it arrived. */
export interface Arrived {
  mail: StoredMail;
  raw: string;
}

/** The mails of a client's campaign, once they are all there. */
export async function campaignMails({ installation: { sandbox }, signal }: Walk, client: Client): Promise<Arrived[]> {
  const { slug } = client.agency;
  const sent = () => allMails(sandbox).filter(({ fromAddress }) => fromAddress === `sender@${slug}.example`);
  const mails = await waitFor(
    `the campaign of ${client.agency.word}`,
    () => {
      const found = sent();
      return found.length >= 3 ? found : null;
    },
    signal,
  );
  return Promise.all(mails.map(async (mail) => ({ mail, raw: await read(sandbox, mail) })));
}

/** Somebody answers, one mail comes back, the workspace replies: then every mail that left is looked at, byte by byte and as a program reads it. */
export async function lookAtMails(walk: Walk): Promise<void> {
  const { sandbox } = walk.installation;
  for (const client of walk.clients) await converse(walk, client);
  for (const mail of allMails(sandbox)) {
    // What people and other servers wrote is theirs.
    if (!mail.submittedBy) continue;
    const raw = await read(sandbox, mail);
    const where = `the mail “${mail.subject}” from ${mail.fromAddress} to ${mail.recipient}`;
    const viewer = walk.clients.find(({ agency }) => raw.toLowerCase().includes(agency.slug))?.viewer ?? walk.stranger;
    const parsed = await parseMail(Buffer.from(raw, 'latin1'));
    walk.inspection.look(viewer, where, `${raw}\n${JSON.stringify(parsed)}`);
  }
}

const read = async (sandbox: Walk['installation']['sandbox'], mail: StoredMail): Promise<string> =>
  (await sandbox.read(mail)).toString('latin1');

const conversations = z.object({ items: z.array(made.extend({ lead: z.object({ email: z.string() }).nullable() })) });

async function converse(walk: Walk, client: Client): Promise<void> {
  const { installation, ask, signal } = walk;
  const mails = await campaignMails(walk, client);
  const to = (address: string) => mails.find(({ mail }) => mail.recipient === address)?.mail.id ?? 0;
  const answering = addressOf(client, 'ignore-answers');
  await installation.sandbox.act(to(answering), 'reply', { tone: 'interested' });
  await installation.sandbox.act(to(addressOf(client, 'ignore-bounces')), 'hard_bounce');
  const as = { token: client.tokens.key, headers: { 'Workspace-Id': client.publicId } };
  const call = (path: string, json: object) => ask(client.viewer, `/rpc/${path}`, { ...as, json });
  const { id } = await waitFor(
    'an answer',
    async () =>
      resultOf(await call('conversations.list', {}), conversations).items.find(({ lead }) => lead?.email === answering),
    signal,
  );
  const before = allMails(installation.sandbox).length;
  resultOf(await call('conversations.reply', { id, text: `Thank you. ${client.agency.word}` }), z.unknown());
  await waitFor('a reply', () => allMails(installation.sandbox).length > before, signal);
}
