import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** An installation with one client, whose page is open in a browser and whose campaign runs while it is suspended. */
let product: Installation;
let client: PortalPage;
let origin = '';
const place = { operator: '', agency: '', workspace: '', campaign: '' };

beforeAll(async () => {
  product = await startInstallation();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await client?.failurePicture(task.name);
});
afterAll(async () => {
  await client?.close();
  await product?.stop();
});

/** What the operator's server asks. */
async function call<T = { id: string }>(name: string, input: object, workspace?: string): Promise<T> {
  const key = /sk_live_\w+/.exec(product.output())?.[0] ?? '';
  const answer = await fetch(`${origin}/rpc/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${key}`,
      ...(workspace && { 'Workspace-Id': workspace }),
    },
    body: JSON.stringify(input),
  });
  const body = (await answer.json()) as { result?: { data: T }; error?: unknown };
  if (!body.result) throw new Error(`${name}: ${JSON.stringify(body.error)}`);
  return body.result.data;
}
const sentTo = (name: string) => product.sandbox.messages({ to: `${name}@buyers.example` }).length;
const sent = () => sentTo('one') + sentTo('two');

/** Launches a campaign of two mails, a minute apart, to people of these names; gives its id. */
async function launchIn(workspace: string, ...names: [string, ...string[]]): Promise<string> {
  for (const name of names) await call('leads.create', { email: `${name}@buyers.example` }, workspace);
  const { port } = product.sandbox.smtp;
  const address = `sales@${names[0]}.example`;
  const mailbox = await call(
    'mailboxes.create',
    {
      address,
      displayName: 'Sales',
      smtp: { host: '127.0.0.1', port, security: 'none', user: address, password: 'sandbox' },
      minGap: 0,
    },
    workspace,
  );
  const steps = ['Hello', 'Again'].map((subject, amount) => ({
    subject,
    body: '<p>A word</p>',
    delay: { amount, unit: 'minutes' },
  }));
  const schedule = { timeZone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' };
  const { id } = await call(
    'campaigns.create',
    { name: 'Spring', audience: { filter: {} }, mailboxIds: [mailbox.id], schedule, steps },
    workspace,
  );
  await call('campaigns.launch', { id }, workspace);
  return id;
}

it('opens the page of a client whose campaign is running', { timeout: 300_000 }, async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  origin = new URL(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '').origin;
  const [operator] = (await call<{ items: { id: string }[] }>('organizations.list', {})).items;
  place.operator = operator?.id ?? '';
  const agency = await call('organizations.create', {
    parentId: place.operator,
    name: 'Quay Agency',
    slug: 'quay',
    externalId: 'crm-7',
    brand: { color: '#b3261e', supportEmail: 'help@quay.example', postalAddress: '1 Quay Street, Hull' },
  });
  place.agency = agency.id;
  const workspace = await call('workspaces.create', { organizationId: 'external:crm-7', name: 'Client of Quay' });
  place.workspace = workspace.id;
  place.campaign = await launchIn(workspace.id, 'one', 'two');
  await expect.poll(sent, { timeout: 120_000 }).toBe(2);
  const { items } = await call<{ items: { link: string }[] }>('invitations.create', {
    emails: ['ignore-grace@client.example'],
    role: 'workspace_admin',
    workspaceId: workspace.id,
  });
  client = await openPortal(items[0]?.link ?? '');
  await client.page.getByLabel('Your name').fill('Grace Hoek');
  await client.page.getByLabel('Password').fill('a password that is long enough');
  await client.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await client.page.waitForURL(/\/app\/wsp_\w+$/);
  await client.page.getByRole('navigation').getByText('Leads', { exact: true }).first().click();
  await client.page.getByText('one@buyers.example').first().waitFor();
});

it('shows within seconds that its organization is suspended, and whom to ask', { timeout: 60_000 }, async () => {
  await call('tree.suspend', { organizationId: place.agency, reason: 'Invoices are open.' });
  const { page } = client;
  await page.getByText('This workspace is suspended').first().waitFor({ timeout: 15_000 });
  await page
    .getByText(/Write to help@quay\.example/)
    .first()
    .waitFor();
  expect(await page.getByText('one@buyers.example').count()).toBe(0);
  expect(await page.getByText('Invoices are open').count()).toBe(0);
  await client.picture('suspended');
  await page.reload();
  await page.getByText('This workspace is suspended').first().waitFor();
  await client.picture('suspended-anew');
});

it('sends nothing that falls due until it is resumed, and everything then, once', { timeout: 300_000 }, async () => {
  // The second mail of each is due a minute after the first.
  const due = async () => {
    const { items } = await call<{ items: { nextStepAt: string | null }[] }>(
      'enrollments.list',
      { campaignId: place.campaign },
      place.workspace,
    );
    return items.filter(({ nextStepAt }) => nextStepAt && Date.parse(nextStepAt) < Date.now()).length;
  };
  await expect.poll(due, { timeout: 120_000, interval: 1000 }).toBe(2);
  // A workspace beside it begins now, and its mail leaves: this one had its turn, too.
  const beside = await call('workspaces.create', {
    organizationId: place.operator,
    name: 'Beside',
    brand: { postalAddress: '2 Quay Street, Hull' },
  });
  await launchIn(beside.id, 'beside');
  await expect.poll(() => sentTo('beside'), { timeout: 120_000 }).toBe(1);
  expect(sent()).toBe(2);
  await call('tree.resume', { organizationId: 'external:crm-7' });
  await expect.poll(sent, { timeout: 120_000 }).toBe(4);
  await client.page.getByRole('button', { name: 'Try again' }).first().click();
  await client.page.getByText('one@buyers.example').first().waitFor();
  expect(sent()).toBe(4);
  expect(client.troubles).toEqual([]);
});
