import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPortal, type PortalPage } from './portal-page.ts';
import { startProduct, type Product } from './start-product.ts';

let product: Product;
let portal: PortalPage;
let folder: string;
beforeAll(async () => {
  // People are fifty times as quick as usual, so that the journey does not wait for them.
  product = await startProduct({ SANDBOX_SPEED: '50' });
  portal = await openPortal(product.portal);
  folder = await mkdtemp(join(tmpdir(), 'journey-files-'));
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await portal.failurePicture(task.name);
});
afterAll(async () => {
  await portal?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

const tag = 'journey';
const people = ['reply-interested', 'ignore-until-told', 'ignore-1', 'ignore-2', 'unsubscribe-1'].map(
  (name, index) => `${name}@person${index}.example`,
);

interface SandboxMail {
  id: number;
  from: string;
  to: string[];
  subject: string;
}
async function mailsTo(address: string): Promise<SandboxMail[]> {
  const response = await fetch(`${product.sandbox}/control/messages?to=${encodeURIComponent(address)}`);
  const found = (await response.json()) as SandboxMail[] | { messages: SandboxMail[] }; // the sandbox's own list
  return Array.isArray(found) ? found : found.messages;
}
async function tellSandbox(control: string, body: object): Promise<void> {
  const response = await fetch(`${product.sandbox}/control/${control}`, { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

it('a person of the agency signs in to the portal', async () => {
  const { page } = portal;
  await page.getByLabel('Email').fill('mara@northlight.example');
  await page.getByLabel('Password', { exact: true }).fill('outreach-demo');
  await portal.picture('sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/harbor/analytics');
  await page.getByRole('heading', { name: 'Analytics' }).waitFor();
  await portal.picture('analytics');
});

it('imports people from a CSV file and sees who was rejected', async () => {
  const { page } = portal;
  const file = join(folder, 'people.csv');
  const rows = people.map((email, index) => `${email},"Person ""${index}""",Company ${index}`);
  await writeFile(file, `Email,First name,Company\r\n${rows.join('\r\n')}\r\nnot an address,Nobody,None\r\n`);
  await page.getByRole('link', { name: 'Leads' }).click();
  await page.getByRole('heading', { name: /Leads/ }).waitFor();
  await portal.picture('leads');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('Tag for all of them').fill(tag);
  await portal.picture('import-columns');
  await page.getByRole('button', { name: 'Start import' }).click();
  await page.getByText('The import is complete.').waitFor();
  await portal.picture('import-report');
  await page.getByText('This is not an email address.').waitFor();
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  // The page's words, not the platform's.
  expect(await readFile(await report.path(), 'utf8')).toMatch(
    /^\ufeffLine,Reason,Email,.*\r\n7,This is not an email address\.,not an address,Nobody,None\r\n$/,
  );
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText(people[0]!).waitFor();
});

it('connects a mailbox, and is told what is wrong with it until it is right', async () => {
  const { page } = portal;
  await page.getByRole('link', { name: 'Mailboxes' }).click();
  await page.getByText('mara@harbor.example').first().waitFor();
  await portal.picture('mailboxes');
  await page.getByRole('button', { name: 'Connect a mailbox' }).click();
  await page.getByLabel('Email address').fill('nina@harbor.example');
  await page.getByLabel('Name recipients see').fill('Nina Berg');
  for (const [index, port] of [product.smtpPort, product.imapPort].entries()) {
    await page.getByLabel('Server', { exact: true }).nth(index).fill('127.0.0.1');
    await page.getByLabel('Port', { exact: true }).nth(index).fill(String(port));
    await page.getByLabel('Security').nth(index).selectOption('none');
    await page.getByLabel('Password', { exact: true }).nth(index).fill('not the password');
  }
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await page
    .getByText(/refused the user name or the password/)
    .first()
    .waitFor();
  await portal.picture('mailbox-wrong-password');
  for (const index of [0, 1]) await page.getByLabel('Password', { exact: true }).nth(index).fill('sandbox');
  await page.getByRole('button', { name: 'Save and test' }).click();
  await page.getByText('nina@harbor.example').first().waitFor();
});

it('writes a campaign of two steps, previews it, and launches it', async () => {
  const { page } = portal;
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  await portal.picture('campaigns');
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  await page.getByLabel('Name of the campaign').fill('A journey');
  await page.getByLabel('Subject').fill('A question for {{ company }}');
  await page
    .getByLabel('Text', { exact: true })
    .fill('Hi {{ first_name | default: "there" }},\n\nhere is a question.\n\nMara');
  await page.getByRole('button', { name: 'Add a follow-up' }).click();
  await page.getByLabel('Text', { exact: true }).last().fill('Hi {{ first_name }}, one more thing.');
  await page.getByLabel('Who').selectOption('filter');
  await page.getByLabel('Tag').fill(tag);
  await page.getByLabel('Tag').press('Tab');
  await page.getByRole('checkbox', { name: /nina@harbor\.example/ }).check();
  await page.getByLabel('From', { exact: true }).fill('00:00');
  await page.getByLabel('Until', { exact: true }).fill('24:00');
  await page.getByLabel('Until', { exact: true }).press('Tab');
  for (const day of ['Sat', 'Sun']) await page.getByRole('checkbox', { name: day }).check();
  await portal.picture('campaign-editor');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Launch campaign' }).first().click();
  await page.locator('dialog:modal').waitFor();
  await portal.picture('campaign-launch');
  await page.getByRole('button', { name: 'Launch campaign' }).last().click();
  await page.getByText('Running', { exact: true }).first().waitFor();
});

it('sees the mails arrive at the people', async () => {
  for (const person of people)
    await expect
      .poll(async () => (await mailsTo(person)).map((mail) => mail.subject), { timeout: 60_000 })
      .toEqual([expect.stringMatching(/^A question for Company \d$/)]);
  await portal.page.reload();
  await portal.page.getByText('Running', { exact: true }).first().waitFor();
  await portal.picture('campaign-running');
});

it('sees an answer appear in the inbox without reloading, and answers it in the same thread', async () => {
  const { page } = portal;
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByLabel('Your answer').waitFor();
  expect(await page.getByText('Person "1"').count()).toBe(0);
  // Told to answer now that somebody looks: by themselves people take their time.
  const [mail] = await mailsTo(people[1]!);
  await tellSandbox('act', { messageId: mail?.id, action: 'meeting' });
  await page.getByText('Person "1"').first().waitFor();
  await page.getByText('Person "1"').first().click();
  await page.getByLabel('Your answer').fill('Thursday at ten is perfect.');
  await portal.picture('inbox');
  const before = (await mailsTo(people[1]!)).length;
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(async () => (await mailsTo(people[1]!)).length, { timeout: 60_000 }).toBeGreaterThan(before);
  const sent = await mailsTo(people[1]!);
  expect(sent.some((mail) => mail.subject.startsWith('Re: '))).toBe(true);
});

it('sees the numbers move', async () => {
  const { page } = portal;
  await page.getByRole('link', { name: 'Results' }).click();
  await expect
    .poll(
      async () => {
        const row = page.getByRole('row', { name: /A journey/ });
        return (await row.count()) ? (await row.first().innerText()).match(/\d+/g)?.map(Number)[0] : 0;
      },
      { timeout: 30_000 },
    )
    .toBe(people.length);
  await portal.picture('analytics-after');
});

it('keeps texts as templates', async () => {
  const { page } = portal;
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByText('Freight brokers, Q4').first().waitFor();
  await portal.picture('templates');
});

it('walks the whole app in one page with the keyboard alone', async () => {
  const { page } = portal;
  const { keyboard } = page;
  await page.getByRole('link', { name: 'Workspace' }).press('Enter');
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await page.getByText('Campaigns under way').waitFor();
  await portal.picture('app-home');
  await keyboard.press('Control+k');
  await keyboard.type('a journ');
  await page.getByRole('option', { name: /^A journey/ }).waitFor();
  await portal.picture('app-palette');
  // Pages that were visited stay, unseen.
  const running = () => page.getByText('Running', { exact: true }).filter({ visible: true }).first();
  const active = () => page.locator('[role=option][aria-selected=true]').innerText();
  for (let at = 0; at < 30 && !(await active()).startsWith('A journey'); at++) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.waitForURL(/\/harbor\/app\/campaigns\/cmp_\w+$/);
  await running().waitFor();
  await keyboard.press('g');
  await keyboard.press('i');
  await page.waitForURL('**/harbor/app/inbox');
  await page.getByText('Person "1"').filter({ visible: true }).first().waitFor();
  await portal.picture('app-inbox');
  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Help and keys' }).waitFor();
  await keyboard.press('Escape');
  await page.goBack();
  await page.waitForURL(/\/campaigns\/cmp_\w+$/);
  await page.reload();
  await running().waitFor();
  await portal.picture('app-campaign');
});

it('ran under the strictest page policy without one report, and nothing failed', () => {
  expect(portal.troubles).toEqual([]);
  expect(product.output()).not.toMatch(/content security policy report/i);
});
