import { z } from 'zod';
import type { Client, Walk } from './client.ts';
import { made, resultOf } from './result-of.ts';
import { waitFor } from './wait-for.ts';

/** People who are written to: one answers, one comes back, the others do nothing by themselves. */
const people = ['ignore-answers', 'ignore-bounces', 'ignore-rests'] as const;

const imported = z.object({ state: z.string() });

/** The address of somebody who is written to. */
export const addressOf = ({ agency }: Client, name: (typeof people)[number]): string =>
  `${name}@people.${agency.slug}.example`;

/** Lets the workspace do what a workspace does: people are imported, some rows rejected, and a campaign writes to them. */
export async function fillWorkspace({ installation, ask, signal }: Walk, client: Client): Promise<void> {
  const { agency, viewer, publicId } = client;
  const as = { token: client.tokens.key, headers: { 'Workspace-Id': publicId } };
  const call = (path: string, json: object) => ask(viewer, `/rpc/${path}`, { ...as, json });
  const make = async (path: string, json: object) => resultOf(await call(path, json), made);
  const rows = people.map((name) => `${addressOf(client, name)},${agency.word} Person,${agency.word} Works`);
  const upload = await ask(viewer, '/uploads', {
    ...as,
    raw: `Email,First name,Company\r\n${rows.join('\r\n')}\r\nnot an address,Nobody,None\r\n`,
    headers: { ...as.headers, 'X-File-Name': `${agency.slug}.csv`, 'Content-Type': 'application/octet-stream' },
  });
  const { id: uploadId } = made.parse(JSON.parse(upload.text));
  const started = await make('leadImports.start', {
    uploadId,
    mapping: { Email: 'email', 'First name': 'first_name', Company: 'company' },
    tags: ['trace'],
  });
  await waitFor(
    'an import',
    async () => resultOf(await call('leadImports.get', { id: started.id }), imported).state === 'completed',
    signal,
  );
  const server = (port: number) => ({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: `sender@${agency.slug}.example`,
    password: 'sandbox',
  });
  const mailbox = await make('mailboxes.create', {
    address: `sender@${agency.slug}.example`,
    displayName: `${agency.word} Sender`,
    signature: `${agency.word} Sender`,
    smtp: server(installation.sandbox.smtp.port),
    imap: server(installation.sandbox.imap.port),
  });
  const text = {
    subject: `A question of ${agency.word} for {{ company }}`,
    body: `<p>Hi {{ first_name }},</p><p>see <a href="https://${agency.slug}.example/offer">our offer</a>.</p>`,
  };
  await make('templates.create', { name: `${agency.word} template`, ...text });
  await make('customFields.create', { key: 'lane', label: `${agency.word} lane`, type: 'text' });
  await make('suppressions.create', { email: `never@${agency.slug}.example` });
  const campaign = await make('campaigns.create', {
    name: `${agency.word} campaign`,
    steps: [{ delay: { amount: 0, unit: 'minutes' }, ...text }],
    audience: { filter: { tag: 'trace' } },
    mailboxIds: [mailbox.id],
    schedule: { timeZone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' },
  });
  await make('campaigns.launch', { id: campaign.id });
}
