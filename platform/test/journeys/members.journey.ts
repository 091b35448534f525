import { parseMail } from '@tabard/email';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fillSetup, openPortal, type PortalPage } from './portal-page.ts';
import { startInstallation, type Installation } from './start-product.ts';

/** An installation of one company, which invites somebody, and a mail server that keeps what is sent. */
let product: Installation;
let ada: PortalPage;
/** Another browser, of whoever was invited. */
let grace: PortalPage;
const password = 'a password that is long enough';
/** The sandbox's people do nothing with what comes to such an address. */
const invited = 'ignore-grace@client.example';

beforeAll(async () => {
  product = await startInstallation({ mails: true });
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
});

const goTo = ({ page }: PortalPage, name: string) =>
  page.getByRole('navigation').getByText(name, { exact: true }).first().click();
const mails = () => product.sandbox.messages({ to: invited });

it('invites somebody by mail, from the page of the members', async () => {
  await expect.poll(() => product.output()).toMatch(/First API key/);
  ada = await openPortal(/http:\S+\/setup#\S+/.exec(product.output())?.[0] ?? '');
  const { page } = ada;
  await fillSetup(page, { email: 'ada@harbour.example', password });
  await page.getByRole('button', { name: 'Continue' }).click();
  await goTo(ada, 'Members');
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  await page.getByText('From Harbour Freight').waitFor();
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('Email addresses').fill(`${invited}, ignore-second@client.example,`);
  await page.getByRole('radio', { name: /^Outreach specialist/ }).check();
  await ada.picture('members-invite');
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await page.getByText('Invited. The link is good for 7 days.').first().waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Open invitations' }).waitFor();
  await expect
    .poll(() => mails().map(({ subject }) => subject), { timeout: 30_000 })
    .toEqual(['You are invited to Harbour Freight']);
  await page.getByText('Good until').first().waitFor();
  await expect.poll(() => page.getByText('Mailed', { exact: true }).count(), { timeout: 30_000 }).toBe(2);
  await ada.picture('members-invited');
});

it('opens the mail, which names nobody but the brand, and leads to the page in another browser', async () => {
  const [mail] = mails();
  const { html, text, headers } = await parseMail(await product.sandbox.read(mail!));
  expect(JSON.stringify([html, text, headers])).not.toMatch(/tabard/i);
  const link = /https?:\/\/\S+\/invitation#iv_\w+/.exec(text)?.[0] ?? '';
  grace = await openPortal('about:blank');
  await grace.page.setContent(html ?? '');
  await grace.picture('members-mail');
  await grace.page.goto(link);
  await grace.page.getByRole('heading', { name: 'Join Harbour Freight' }).waitFor();
  await grace.page.getByText(`You will sign in as ${invited}.`).waitFor();
  expect(grace.page.url()).toMatch(/\/invitation$/);
  await grace.picture('members-accept');
  await grace.page.getByLabel('Your name').fill('Grace Hoek');
  await grace.page.getByLabel('Password').fill(password);
  await grace.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await grace.page.waitForURL(/\/app\/wsp_\w+$/);
  await goTo(grace, 'Leads');
  await grace.page.getByRole('heading', { name: 'Leads' }).waitFor();
  // The work of a specialist is there, the people are not.
  expect(await grace.page.getByRole('navigation').getByText('Members', { exact: true }).count()).toBe(0);
  const second = await grace.page.context().newPage();
  await second.goto(link);
  await second.getByRole('heading', { name: 'You are in already' }).waitFor();
  await second.close();
});

it('shows them no other workspace', async () => {
  const { page } = grace;
  const own = /wsp_\w+/.exec(page.url())?.[0] ?? '';
  const key = /sk_live_\w+/.exec(product.output())?.[0] ?? '';
  const origin = new URL(page.url()).origin;
  const call = async (name: string, input: object) =>
    (
      (await (
        await fetch(`${origin}/rpc/${name}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
          body: JSON.stringify(input),
        })
      ).json()) as { result: { data: { id: string; organizationId: string } } }
    ).result.data;
  const { organizationId } = await call('workspaces.get', { id: own });
  const other = await call('workspaces.create', { organizationId, name: 'Another client' });
  await page.goto(`${origin}/app/${other.id}`);
  await page.waitForURL(/\/sign-in\?to=/);
  await page.goto(`${origin}/app/${own}`);
  await goTo(grace, 'Leads');
  await page.getByRole('heading', { name: 'Leads' }).waitFor();
});

it('takes them out, and their next click is refused within seconds', { timeout: 60_000 }, async () => {
  const { page } = ada;
  await page.reload();
  await page.getByRole('button', { name: 'Actions for Grace Hoek' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'Remove Grace Hoek?' }).waitFor();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Grace Hoek was removed.').last().waitFor();
  const refused = async () => {
    await grace.page
      .getByRole('navigation')
      .getByText('Templates', { exact: true })
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
    return grace.page
      .getByText(/You are signed out|Sign in/)
      .first()
      .isVisible();
  };
  await expect.poll(refused, { timeout: 15_000, interval: 250 }).toBe(true);
  await ada.picture('members-removed');
  expect([...ada.troubles, ...grace.troubles]).toEqual([]);
});
