import type { RollUp } from '@tabard/contract/insight/roll-up';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel';
import { plantTree, startTestServer, type SettingsTree, type TestServer } from '../../../../test/fixture/index.ts';
import { noCounts } from '#features/insight/analytics';
import { troublesOf } from './trouble.rules.ts';

let server: TestServer;
let { workspaces, org, wsp, signIn, ask }: SettingsTree = {} as SettingsTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ workspaces, org, wsp, signIn, ask } = await plantTree(server));
});

const within = (workspace: keyof SettingsTree['workspaces'], text: string, values: unknown[] = []) =>
  server.platform.app.database.write(workspaces[workspace], (_em, sql) =>
    sql(text, [workspaces[workspace], ...values]),
  );
/** So many mails to which something happened some days ago. */
const count = (
  workspace: keyof SettingsTree['workspaces'],
  type: string,
  { n, daysAgo = 0 }: { n: number; daysAgo?: number },
) =>
  within(
    workspace,
    `insert into mail_rollup (workspace_id, day, campaign_id, step_id, type, total, firsts)
     values ($1, (now() at time zone (select time_zone from workspace where id = $1))::date - $2::int, $3, $3, $4, $5, $5)`,
    [daysAgo, newId(), type, n],
  );
const mailbox = (workspace: keyof SettingsTree['workspaces'], state: string) =>
  within(
    workspace,
    `insert into mailbox (workspace_id, id, address, display_name, state, smtp_host, smtp_port, smtp_security, smtp_user, smtp_password)
     values ($1, $2::uuid, $2::text || '@sender.example', 'Sender', $3, 'localhost', 25, 'none', 'u', 'p')`,
    [newId(), state],
  );
const overview = (token: string, organization: 'vendor' | 'agency' = 'vendor', more: object = {}): Promise<RollUp> =>
  ask(token, 'rollUps.overview', { organizationId: org(organization), ...more });

describe('the overview of an organization', () => {
  it('adds up what all workspaces of its branch did in the period and in the one before, day by day', async () => {
    const admin = await signIn('org_admin', 'vendor');
    await count('client', 'sent', { n: 40 });
    await count('client', 'sent', { n: 2, daysAgo: 29 });
    await count('client', 'sent', { n: 9, daysAgo: 30 });
    await count('client', 'sent', { n: 100, daysAgo: 60 });
    await count('beside', 'sent', { n: 5, daysAgo: 1 });
    await count('beside', 'replied', { n: 1 });
    const { totals, items, isCut } = await overview(admin);
    expect(totals).toMatchObject({ workspaces: 2, counts: { sent: 47, replied: 1 }, previous: { sent: 9 } });
    expect(totals.trend).toEqual([2, ...Array.from({ length: 27 }, () => 0), 5, 40]);
    expect(isCut).toBe(false);
    expect(items.map(({ id, organizationName, counts }) => [id, organizationName, counts.sent])).toEqual([
      [wsp('client'), 'agency', 42],
      [wsp('beside'), 'vendor', 5],
    ]);
    expect((await overview(admin, 'vendor', { days: 7 })).totals.counts.sent).toBe(45);
  });

  it('puts what is in trouble first, with what is wrong there', async () => {
    const admin = await signIn('org_admin', 'vendor');
    for (const place of ['client', 'beside'] as const) await mailbox(place, 'active');
    await count('client', 'sent', { n: 1000 });
    await mailbox('beside', 'disconnected');
    const { items, totals } = await overview(admin);
    expect(items.map(({ id, troubles }) => [id, troubles])).toEqual([
      [wsp('beside'), [{ code: 'mailboxes', count: 1 }]],
      [wsp('client'), []],
    ]);
    expect(totals.troubled).toBe(1);
    expect(items[0]).toMatchObject({ mailboxes: 2 });
  });

  it('reaches nothing above or beside the branch, and is for those who manage it alone', async () => {
    const lower = await signIn('org_admin', 'agency');
    await count('beside', 'sent', { n: 5 });
    expect(await overview(lower)).toMatchObject({ code: 'organization.not_found' });
    const { items, totals } = await overview(lower, 'agency');
    expect(items.map(({ id }) => id)).toEqual([wsp('client')]);
    expect(totals.counts.sent).toBe(0);
    const inside = await signIn('workspace_admin', 'agency', 'client');
    expect(await overview(inside, 'agency')).toMatchObject({ code: 'auth.permission_denied' });
  });

  it('finds workspaces by a part of the name, and says when there are more than it gives', async () => {
    const admin = await signIn('org_admin', 'vendor');
    const found = await overview(admin, 'vendor', { search: 'ESI' });
    expect(found.items.map(({ name }) => name)).toEqual(['beside']);
    const cut = await overview(admin, 'vendor', { limit: 1 });
    expect([cut.items.length, cut.isCut, cut.totals.workspaces]).toEqual([1, true, 2]);
  });
});

describe('what is wrong in a workspace', () => {
  const health = { standing: 'open', runningCampaigns: 1, mailboxes: 1, troubledMailboxes: 0, unknown: 0 };
  const codes = (counts: object, more: object = {}) =>
    troublesOf({ ...health, counts: { ...noCounts(), ...counts }, ...more }).map(({ code }) => code);

  it('is a share of complaints or bounces only where enough was sent to tell', () => {
    expect(codes({ sent: 49, bounced: 20, complained: 5 })).toEqual([]);
    expect(codes({ sent: 1000, bounced: 50, complained: 3 })).toEqual([]);
    expect(codes({ sent: 1000, bounced: 51, complained: 4 })).toEqual(['complaints', 'bounces']);
  });

  it('is that nothing is sent though campaigns run, that there is no mailbox, or that outcomes are unknown', () => {
    expect(codes({})).toEqual(['quiet']);
    expect(codes({}, { runningCampaigns: 0, mailboxes: 0 })).toEqual(['unset']);
    expect(codes({ sent: 1 }, { unknown: 3 })).toEqual(['unknown']);
  });

  it('is nothing where it is shut', () => {
    expect(codes({}, { standing: 'suspended', mailboxes: 0 })).toEqual([]);
  });
});
