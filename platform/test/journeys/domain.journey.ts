import { parseMail } from '@tabard/email';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startNameServer, type NameServer } from '../fixture/name-server.ts';
import { openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** An installation of one company, whose client comes in at a host name of their own, and the name server that knows it. */
let product: Installation;
let names: NameServer;
let ada: PortalPage;
/** The browser of the client, which finds the name where the installation is. */
let grace: PortalPage;
const host = 'portal.client.example';
const password = 'a password that is long enough';
const invited = 'ignore-grace@client.example';
const stranger = { email: 'ignore-stefan@other.example', password };

beforeAll(async () => {
  names = await startNameServer();
  product = await startInstallation({
    mails: true,
    more: { DNS_SERVERS: names.address, DOMAINS_TARGET: 'edge.harbour.example', SWEEP_INTERVAL: '0.2' },
  });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await ada?.failurePicture(`${task.name} ada`);
  await grace?.failurePicture(`${task.name} grace`);
});
afterAll(async () => {
  await ada?.close();
  await grace?.close();
  await product?.stop();
  await names?.stop();
});

const own = () => new URL(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '').origin;
const clientUrl = () => own().replace('localhost', host);
const goTo = ({ page }: PortalPage, name: string) =>
  page.getByRole('navigation').getByText(name, { exact: true }).first().click();

it('adds the name of a client, shows the records to set, and sees it in use once they are', async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  ada = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = ada;
  await page.getByLabel('Company').fill('Harbour Freight');
  await page.getByLabel('Postal address').fill('1 Quay Street, Hull');
  await page.getByLabel('Your name').fill('Ada Berg');
  await page.getByLabel('Email address').fill('ada@harbour.example');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await goTo(ada, 'Domains');
  await page.getByRole('heading', { name: 'There is no domain yet' }).waitFor();
  await ada.picture('domains-none');
  await page.getByRole('button', { name: 'Add a domain' }).first().click();
  await page.getByLabel('Host name').fill('localhost');
  await page.getByRole('button', { name: 'Add and see the records' }).click();
  await page.getByText('This is no host name.').waitFor();
  await page.getByLabel('Host name').fill(host);
  await ada.picture('domains-add');
  await page.getByRole('button', { name: 'Add and see the records' }).click();
  await page.getByText('proves that the name is yours').waitFor();
  await page.getByText('We found no such record.').first().waitFor();
  await ada.picture('domains-records');
  const values = await page
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const at = values.findIndex((value) => value.startsWith('host-proof='));
  names.set(values[at - 1]!, { TXT: [values[at]!] });
  names.set(host, { CNAME: values.at(-1)! });
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Both records are as they should be.').first().waitFor();
  await ada.picture('domains-in-use');
  await page.keyboard.press('Escape');
  await page.getByText('In use').waitFor();
});

it('invites the client, whose mail leads to the name and names no other', async () => {
  const { page } = ada;
  await goTo(ada, 'Members');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('Email addresses').fill(`${invited},`);
  await page.getByRole('radio', { name: /^Client/ }).check();
  await page.getByRole('button', { name: 'Send invitations' }).click();
  const mails = () => product.sandbox.messages({ to: invited });
  await expect.poll(() => mails().length, { timeout: 30_000 }).toBe(1);
  const { html, text } = await parseMail(await product.sandbox.read(mails()[0]!));
  expect(JSON.stringify([html, text])).not.toMatch(/tabard|localhost/i);
  const link = /https?:\/\/\S+\/invitation#iv_\w+/.exec(text)?.[0] ?? '';
  expect(link.startsWith(`${clientUrl()}/invitation#`)).toBe(true);
  grace = await openPortal('about:blank', [
    `--host-resolver-rules=MAP ${host} 127.0.0.1`,
    // A proxy in front would speak https.
    `--unsafely-treat-insecure-origin-as-secure=${clientUrl()}`,
  ]);
  await grace.page.goto(link);
  await grace.page.getByRole('heading', { name: 'Join Harbour Freight' }).waitFor();
  await grace.picture('domains-invitation');
  await grace.page.getByLabel('Your name').fill('Grace Hoek');
  await grace.page.getByLabel('Password').fill(password);
  await grace.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await grace.page.waitForURL(new RegExp(`^${clientUrl()}/app/wsp_\\w+$`));
  await goTo(grace, 'Campaigns');
  await grace.page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  await grace.picture('domains-app');
});

it('signs the client in again at the name, in the brand, and asks no other address for anything', async () => {
  const { page } = grace;
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).host));
  await page.context().clearCookies();
  await page.goto(`${clientUrl()}/`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByText('Harbour Freight').first().waitFor();
  await grace.picture('domains-sign-in');
  await page.getByLabel('Email').fill(invited);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/app\/wsp_\w+$/);
  await goTo(grace, 'Campaigns');
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  expect([...asked].filter((each) => each !== new URL(clientUrl()).host)).toEqual([]);
  expect(grace.troubles).toEqual([]);
});

it('turns away whoever belongs to another workspace, as it does strangers', async () => {
  const key = /sk_live_\w+/.exec(product.output())?.[0] ?? '';
  const call = async (path: string, body: object) => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${own()}/rpc/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    // oxlint-disable-next-line no-explicit-any -- whatever is answered
    return ((await response.json()) as any).result.data;
  };
  const { items } = await call('organizations.list', {});
  const other = await call('workspaces.create', { organizationId: items[0].id, name: 'Other client' });
  const made = await call('invitations.create', { emails: [stranger.email], role: 'client', workspaceId: other.id });
  const { page } = grace;
  await page.context().clearCookies();
  await page.goto(`${clientUrl()}/invitation#${new URL(made.items[0].link).hash.slice(1)}`);
  await page.getByText('This is not').first().waitFor();
  const accepted = await fetch(`${own()}/invitation`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: own() },
    body: JSON.stringify({ code: new URL(made.items[0].link).hash.slice(1), password, name: 'Stefan' }),
  });
  expect(accepted.status).toBe(200);
  await page.goto(`${clientUrl()}/sign-in`);
  await page.getByLabel('Email').fill(stranger.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The email or the password is wrong').waitFor();
  await grace.picture('domains-turned-away');
});
