import { toPublicId } from '@tabard/contract';
import { permissions } from '@tabard/contract/permissions';
import { appRouter } from '#features';
import { createUser } from '#features/identity/user';
import { newId, writeAuditEntry } from '#kernel';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let organizationId: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  organizationId = toPublicId('organization', workspace.organizationId);
});
afterAll(() => platform.stop());

const callerAs = (principal: TestWorkspace['principal'], more: { idempotencyKey?: string } = {}) =>
  appRouter.createCaller({
    app: platform.app,
    requestId: 'test',
    principal,
    workspaceId: workspace.workspaceId,
    ip: '192.0.2.7',
    userAgent: 'A browser',
    idempotencyKey: null,
    ...more,
  });
const list = async (filter?: object, scope: 'workspace' | 'organization' = 'workspace') =>
  (await administrator().auditLog.list({ filter, scope })).items;
/** Somebody who administers the whole organization. */
const administrator = () => callerAs({ ...workspace.principal, workspaceId: null } as TestWorkspace['principal']);

describe('the audit log', () => {
  it('says who changed what, from where, and what was before and after', async () => {
    const lead = await workspace.caller.leads.create({ email: `${newId()}@client.example`, city: 'Porto' });
    await callerAs(workspace.principal).leads.update({ id: lead.id, timeZone: 'Europe/Lisbon', city: 'Lisbon' });
    const [entry, first] = await list({ subject: lead.id });
    expect(entry).toMatchObject({
      action: 'leads.update',
      outcome: 'ok',
      actor: { kind: 'user' },
      ip: '192.0.2.7',
      userAgent: 'A browser',
      subjects: [lead.id],
      before: { time_zone: null, city: '[redacted]' },
      after: { time_zone: 'Europe/Lisbon', city: '[redacted]' },
    });
    expect(Object.keys(entry!.before!).toSorted()).toEqual(['city', 'time_zone']);
    expect(first).toMatchObject({ action: 'leads.create', subjects: [lead.id], before: null, after: null });
  });

  it('puts what was made before what it was made with', async () => {
    const staged = await stageCampaign(workspace, { port: 1, leads: 1 });
    const mailboxIds = staged.mailboxIds.map((id) => toPublicId('mailbox', id));
    const campaign = await workspace.caller.campaigns.create({ name: 'Made with a mailbox', mailboxIds });
    const [entry] = await list({ subject: campaign.id });
    expect(entry!.subjects).toEqual([campaign.id, ...mailboxIds]);
  });

  it('holds no secret and no personal data', async () => {
    const address = `${newId()}@client.example`;
    const lead = await workspace.caller.leads.create({ email: address, firstName: 'Amaranta', phone: '+351 555 0100' });
    await workspace.caller.leads.update({ id: lead.id, firstName: 'Benedikta', tags: ['priority one'] });
    const key = await administrator().apiKeys.create({
      organizationId,
      name: 'Reporting',
      permissions: ['lead.read'],
    });
    const rows = await platform.app.database.read(workspace.workspaceId, 'select * from audit_log');
    const above = await platform.app.database.read(workspace.organizationId, 'select * from audit_log');
    const text = JSON.stringify([rows, above]);
    expect(text).toContain('Reporting');
    for (const hidden of [address, 'Amaranta', 'Benedikta', '555 0100', 'priority', key.secret])
      expect(text).not.toContain(hidden);
  });

  it('notes every change through the base procedures once, also when its answer is asked for again', async () => {
    const idempotencyKey = newId();
    const input = { email: `${newId()}@client.example` };
    const [one, again] = [
      await callerAs(workspace.principal, { idempotencyKey }).leads.create(input),
      await callerAs(workspace.principal, { idempotencyKey }).leads.create(input),
    ];
    expect(again).toEqual(one);
    expect(await list({ subject: one.id })).toHaveLength(1);
    await expect(workspace.caller.leads.create(input)).rejects.toThrow('address');
    expect(await list({ action: 'leads.create', subject: one.id })).toHaveLength(1);
  });

  it('notes changes above workspaces in the organization, and keeps them out of the workspace', async () => {
    const key = await administrator().apiKeys.create({ organizationId, name: 'Export', permissions: ['lead.read'] });
    expect(await list({ action: 'apiKeys.create' }, 'organization')).toEqual(
      expect.arrayContaining([expect.objectContaining({ subjects: expect.arrayContaining([key.id]) })]),
    );
    expect(await list({ action: 'apiKeys.create' })).toEqual([]);
  });

  it('shows acts above workspaces to nobody who is let into one workspace only', async () => {
    await expect(workspace.caller.auditLog.list({ scope: 'organization' })).rejects.toThrow('whole organization');
  });

  it('is narrowed to all actions of a kind by a star, and to one without', async () => {
    const lead = await workspace.caller.leads.create({ email: `${newId()}@client.example` });
    await workspace.caller.leads.update({ id: lead.id, city: 'Faro' });
    const actions = async (action: string) => (await list({ action, subject: lead.id })).map((entry) => entry.action);
    expect(await actions('leads.*')).toEqual(['leads.update', 'leads.create']);
    expect(await actions('lead.*')).toEqual([]);
    expect(await actions('leads.create')).toEqual(['leads.create']);
  });

  it('says whose acts above the workspace can be read, and names nothing to whoever cannot', async () => {
    expect(await administrator().auditLog.reach()).toEqual({
      organization: { id: organizationId, name: expect.any(String) },
    });
    expect(await workspace.caller.auditLog.reach()).toEqual({ organization: null });
  });

  it('notes a change that was refused, with who tried', async () => {
    const reader = {
      ...workspace.principal,
      permissions: new Set(['lead.read'] as const),
    } as TestWorkspace['principal'];
    await expect(callerAs(reader).leads.create({ email: 'no@client.example' })).rejects.toThrow('lead.write');
    await vi.waitFor(
      async () =>
        expect(await list({ outcome: 'auth.permission_denied' })).toEqual([
          expect.objectContaining({ action: 'leads.create', input: { permission: 'lead.write' }, ip: '192.0.2.7' }),
        ]),
      15_000,
    );
  });

  it('notes what the rules of an act refuse: more than one has to give, and what is out of reach', async () => {
    const other = await platform.createWorkspace();
    const foreign = toPublicId('organization', other.organizationId);
    const maker = { ...workspace.principal, workspaceId: null } as TestWorkspace['principal'];
    const without = { ...maker, permissions: new Set(permissions.filter((one) => one !== 'lead.write')) };
    await expect(
      callerAs(without).apiKeys.create({ organizationId, name: 'More', permissions: ['lead.write'] }),
    ).rejects.toMatchObject({ cause: { code: 'api_key.scope_exceeded' } });
    await expect(administrator().organizations.update({ id: foreign, name: 'Ours now' })).rejects.toMatchObject({
      cause: { code: 'organization.not_found' },
    });
    const noted = async (outcome: string) => list({ outcome }, 'organization');
    await expect
      .poll(async () => [await noted('api_key.scope_exceeded'), await noted('organization.not_found')])
      .toMatchObject([
        [{ action: 'apiKeys.create', ip: '192.0.2.7', input: { name: 'More', organizationId } }],
        [{ action: 'organizations.update', input: { id: foreign }, subjects: [foreign] }],
      ]);
  });

  it('names what an input names by public ids, also in lists and inside', async () => {
    const { id: leadId } = await workspace.caller.leads.create({ email: `${newId()}@client.example` });
    const { id } = await workspace.caller.campaigns.create({ name: 'Named', audience: { leadIds: [leadId] } });
    await workspace.caller.leads.archive({ ids: [leadId] });
    await workspace.caller.campaigns.update({
      id,
      name: 'Renamed',
      steps: [{ subject: 'S', body: '<p>x</p>', delay: { amount: 1, unit: 'days' } }],
    });
    expect((await list({ action: 'leads.archive' }))[0]).toMatchObject({ input: { ids: [leadId] } });
    const inputs = await platform.app.database.read(workspace.workspaceId, 'select input from audit_log');
    expect(JSON.stringify(inputs)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  });

  it('notes sign-ins, those that failed, and sign-outs', async () => {
    const email = `${newId()}@agency.example`;
    const user = await platform.app.database.control(async (_em, sql) => {
      const made = await createUser(sql, { email, name: 'Noor', password: 'a long enough password' });
      await sql(`insert into member (id, user_id, organization_id, role) values ($1, $2, $3, 'org_admin')`, [
        newId(),
        made,
        workspace.organizationId,
      ]);
      return made;
    });
    const caller = callerAs(workspace.principal);
    await expect(caller.sessions.signIn({ email, password: 'a wrong password' })).rejects.toThrow('password');
    await caller.sessions.signIn({ email, password: 'a long enough password' });
    await callerAs({ ...workspace.principal, userId: user } as TestWorkspace['principal']).sessions.signOut();
    await vi.waitFor(
      async () =>
        expect(
          (await list({ action: 'sessions.signIn' }, 'organization')).map(({ outcome }) => outcome).toSorted(),
        ).toEqual(['auth.invalid_credentials', 'ok']),
      15_000,
    );
    expect((await list({ action: 'sessions.signIn' }, 'organization'))[0]!.actor).toMatchObject({ name: 'Noor' });
    expect(await list({ action: 'sessions.signOut' }, 'organization')).toHaveLength(1);
  });

  it('says on whose behalf an embed session acted', async () => {
    const principal: TestWorkspace['principal'] = {
      kind: 'embed_session',
      embedSessionId: newId(),
      organizationId: workspace.organizationId,
      workspaceId: workspace.workspaceId,
      userId: null,
      externalUser: { id: 'host-user-1', name: 'Ana', email: null },
      widgets: [],
      permissions: new Set(permissions),
    };
    const lead = await callerAs(principal).leads.create({ email: `${newId()}@client.example` });
    expect(await list({ subject: lead.id })).toEqual([
      expect.objectContaining({ onBehalfOf: 'host-user-1', actor: expect.objectContaining({ kind: 'embed_session' }) }),
    ]);
  });

  it('can be added to and read by the login that serves, and neither changed nor emptied, in no partition', async () => {
    const { scope, workspaceId } = workspace;
    for (const statement of ['update audit_log set act = $1', 'delete from audit_log where act <> $1'])
      await expect(scope.write(({ sql }) => sql(statement, ['x']))).rejects.toThrow('permission denied');
    const [part] = await scope.read<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_log'::regclass limit 1`,
    );
    for (const statement of [
      `select 1 from ${part!.name}`,
      `delete from ${part!.name}`,
      `update ${part!.name} set act = ''`,
    ])
      await expect(scope.write(({ sql }) => sql(statement))).rejects.toThrow('permission denied');
    await expect(
      platform.app.database.maintain('update audit_log set act = act where workspace_id = $1', [workspaceId]),
    ).rejects.toThrow('permission denied');
    // The other login reaches the log of a place that is being deleted, and of no other.
    const rest = () => scope.read('select from audit_log');
    const before = await rest();
    expect(await platform.app.database.maintain('select from audit_log')).toEqual([]);
    expect(await platform.app.database.maintain('delete from audit_log returning 1')).toEqual([]);
    expect(await rest()).toHaveLength(before.length);
  });

  it('is paged and exported whole, with cells that no spreadsheet runs', async () => {
    const other = await platform.createWorkspace();
    await other.scope.write(async ({ sql, workspaceId }) => {
      for (let nth = 0; nth < 450; nth++)
        await writeAuditEntry(sql, workspaceId, {
          actor: null,
          origin: { ip: null, userAgent: nth === 0 ? '=cmd|calc' : null },
          act: 'tests.act',
          outcome: 'ok',
          input: { nth },
          subjects: [],
        });
    });
    const walked: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await other.caller.auditLog.list({ limit: 200, cursor });
      walked.push(...page.items.map(({ input }) => input?.['nth']));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(walked)).toEqual(new Set(Array.from({ length: 450 }, (_, nth) => nth)));
    expect(walked).toHaveLength(450);
    const { exportAuditLog } = await import('./export-audit-log.ts');
    const request = (query: string) =>
      ({ query: new URLSearchParams(query) }) as Parameters<typeof exportAuditLog.handle>[1]; // it reads no other part
    const { body } = await exportAuditLog.handle(other.scope, request('action=tests.act'));
    let text = '';
    for await (const part of body as AsyncIterable<string>) text += part;
    expect(text.trim().split('\r\n')).toHaveLength(451);
    expect(text).toContain(`"'=cmd|calc"`);
    await expect(exportAuditLog.handle(other.scope, request('scope=organization'))).rejects.toMatchObject({
      code: 'auth.permission_denied',
    });
    await expect(exportAuditLog.handle(other.scope, request('nonsense=1'))).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});
