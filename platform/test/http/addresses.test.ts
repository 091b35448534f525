import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromPublicId, languages } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailSamples } from '#features';
import { sendLink } from '#features/identity/access-link';
import { mailNotice, takeEmail } from '#features/identity/account';
import { addressOf, senderAddress } from '#features/identity/address';
import type { ClaimedIdentity } from '#features/identity/identity-provider';
import { insertMember } from '#features/identity/member';
import { askByMail } from '#features/identity/sign-in';
import { createUser } from '#features/identity/user';
import { systemMailKinds } from '#features/operations/system-mail';
import { mailLinks } from '#features/outreach/tracking';
import { newId, runJob, type RequestContext } from '#kernel';
import { remindJob } from '../../src/features/crm/task/remind.job.ts';
import { askUnder, codeOf, createPerson, mailsTo, plantDomains, testPassword, type Domains } from '../fixture/index.ts';

let world: Domains;
let planted: Awaited<ReturnType<Domains['plant']>>;
beforeAll(async () => {
  world = await plantDomains();
  planted = await world.plant();
});
afterAll(() => world.stop());

const at = (purpose: 'app' | 'api' | 'links', scopeId = planted.workspaces.client) =>
  addressOf(world.server.platform.app, scopeId, purpose);

describe('an absolute address', () => {
  it('is at the nearest name along the path: the workspace, the agency, the vendor, the operator, the installation', async () => {
    expect(await at('app')).toBe('https://app.agency.example');
    for (const place of ['operator', 'vendor', 'agency'] as const) {
      await planted.active(`app.${place}-people.example`, { organizationId: planted.org(place) });
      await expect.poll(() => at('app'), { timeout: 20_000 }).toBe(`https://app.${place}-people.example`);
    }
    const domain = await planted.active('app.client.example');
    await expect.poll(() => at('app'), { timeout: 20_000 }).toBe('https://app.client.example');
    expect(await at('app', planted.workspaces.beside)).toBe('https://app.vendor-people.example');
    expect(await at('api')).toBe('https://api.agency.example');
    world.names.set(domain.records[1]!.name);
    await planted.check(domain);
    await expect.poll(() => at('app'), { timeout: 20_000 }).toBe('https://app.agency-people.example');
    planted.setRecords(domain);
    await planted.check(domain);
    await expect.poll(() => at('app'), { timeout: 20_000 }).toBe('https://app.client.example');
  });

  it('of every mail and every link of a workspace is at its own name', async () => {
    const { app } = world.server.platform;
    const places = { workspaceId: planted.wsp('client') };
    await planted.active('links.client.example', { purpose: 'links', ...places });
    await expect.poll(() => at('links'), { timeout: 20_000 }).toBe('https://links.client.example');
    const email = `${newId()}@example.com`;
    const userId = await app.database.control(async (_em, sql) => {
      const id = await createUser(sql, { email, name: 'Cleo', password: testPassword });
      const place = { organizationId: planted.tree.agency, workspaceId: planted.workspaces.client };
      await insertMember(sql, { userId: id, role: 'workspace_admin', ...place });
      return id;
    });
    const ctx: RequestContext = {
      app,
      requestId: 'test',
      principal: null,
      workspaceId: null,
      ip: '127.0.0.1',
      idempotencyKey: null,
    };
    for (const purpose of ['password', 'sign-in'] as const) sendLink(ctx, { email, purpose, locale: 'en' });
    const provider = { id: null, kind: 'google', name: 'Google' } as ClaimedIdentity['provider']; // what a mail says of one
    const said = { email, isVerified: true, isAuthoritative: false, name: 'Cleo' };
    await askByMail(app, {
      userId,
      identity: { issuer: 'https://provider.example', subject: newId(), provider, ...said },
      domain: null,
      locale: 'en',
    });
    await app.database.write(planted.tree.agency, (_em, sql) =>
      mailNotice(app, sql, { userId, notice: 'passwordChanged' }),
    );
    const place = { organizationId: planted.tree.agency, workspaceId: planted.workspaces.client };
    const [moving, curious] = [
      await createPerson(world.server, { role: 'viewer', ...place }),
      await createPerson(world.server, { role: 'viewer', ...place }),
    ];
    await planted.ask(curious.token, 'account.changeEmail', { email });
    await planted.ask(moving.token, 'account.changeEmail', { email: `to-${email}` });
    const [wished] = await mailsTo(world.server, `to-${email}`);
    await app.database.control((_em, sql) => takeEmail(app, sql, codeOf(wished?.url)));
    const owner = await createPerson(world.server, { role: 'workspace_admin', ...place });
    const heir = await createPerson(world.server, { role: 'viewer', ...place });
    const { items: members } = await planted.ask(owner.token, 'members.list', { limit: 200 });
    await planted.ask(owner.token, 'ownership.transfer', {
      id: members.find((member: { email: string }) => member.email === heir.email).id,
      role: 'viewer',
    });
    const handed = await mailsTo(world.server, heir.email);
    const invited = await planted.ask(planted.token, 'invitations.create', {
      emails: [`in-${email}`],
      role: 'viewer',
      ...places,
    });
    const failing = await planted.active('second.client.example');
    world.names.set(failing.records[0]!.name);
    await planted.check(failing);
    await expect.poll(async () => new Set((await mailsTo(world.server, email)).map(({ kind }) => kind)).size).toBe(6);
    const { items: people } = await planted.ask(owner.token, 'tasks.people', {});
    const heirId = people.find(({ isYou }: { isYou: boolean }) => !isYou).id;
    const lead = await planted.ask(owner.token, 'leads.create', { email: `lead-${email}` });
    await planted.ask(owner.token, 'notes.create', {
      subject: { noun: 'lead', id: lead.id },
      text: `See @[${heirId}]`,
    });
    const task = await planted.ask(owner.token, 'tasks.create', {
      title: 'Call',
      due: '2099-01-01',
      reminderMinutes: 30,
      assigneeId: heirId,
    });
    const [workspaceId, taskId] = [planted.workspaces.client, fromPublicId('task', task.id)!]; // it was made just now
    await app.database.write(workspaceId, (_em, sql) =>
      sql(`update task set remind_at = now() - interval '1 second' where id = $1`, [taskId]),
    );
    await runJob(app, remindJob, { workspaceId, taskId });
    const later = await mailsTo(world.server, heir.email);
    const mails = [...handed, ...later.filter(({ kind }) => /^(?:note|task)-/.test(kind))];
    for (const to of [email, `in-${email}`, `to-${email}`, moving.email])
      mails.push(...(await mailsTo(world.server, to)));
    // Accounts are created under the names of organizations, and their links lead back there.
    const door = 'app.agency-people.example';
    await planted.say(planted.token, 'agency', { set: { signUp: true } });
    for (const to of [heir.email, `up-${email}`])
      await askUnder(world.server, door, '/sign-up', {
        body: { name: 'Cleo', email: to, password: 'tulip ferry marble noon' },
      });
    const joining = async () =>
      [...(await mailsTo(world.server, heir.email)), ...(await mailsTo(world.server, `up-${email}`))].filter(
        ({ kind }) => kind.startsWith('sign-up-'),
      );
    await expect.poll(async () => (await joining()).length, { timeout: 20_000 }).toBe(2);
    for (const { kind, url } of await joining()) expect(new URL(url).host, kind).toBe(door);
    const kinds = [...mails, ...(await joining())].map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(systemMailKinds.toSorted());
    for (const { kind, url } of mails) expect(new URL(url).host, kind).toBe('app.client.example');
    const appUrl = await at('app');
    for (const [kind, sample] of Object.entries(mailSamples))
      for (const locale of languages)
        expect(sample({ appUrl, locale, place: 'Client' }).action.url, kind).toContain('https://app.client.example/');

    const page = await planted.ask(planted.token, 'hostedPages.create', {
      ...places,
      user: { externalId: 'u1', name: 'Uma' },
      widgets: { inbox: {} },
      widget: 'inbox',
    });
    const preview = await planted.ask(planted.token, 'settings.previewMail', {});
    const further = await planted.ask(planted.token, 'invitations.createLink', { id: invited.items[0].invitation.id });
    for (const made of [page.url, preview.html, further.link, invited.items[0].link])
      expect(made).toContain('https://app.client.example/');
    const links = mailLinks(app, await at('links'));
    const mail = [planted.workspaces.client, newId()] as const;
    for (const link of [links.open(...mail), links.unsubscribe(...mail), links.click(...mail, 'https://a.example/')])
      expect(new URL(link).host).toBe('links.client.example');
  });

  it('of the sender of such mails is at the name for mail', async () => {
    const { app } = world.server.platform;
    const domain = await planted.claim('mail.client.example', { purpose: 'mail', workspaceId: planted.wsp('client') });
    expect(domain.records[1]).toMatchObject({ name: 'mail.client.example', value: 'mail.agency.example' });
    planted.setRecords(domain);
    expect(await planted.check(domain)).toMatchObject({ state: 'active', url: null });
    await expect
      .poll(() => senderAddress(app, planted.workspaces.client, 'no-reply@mail.agency.example'), { timeout: 20_000 })
      .toBe('no-reply@mail.client.example');
    expect(fromPublicId('domain', domain.id)).not.toBeNull();
  });

  it('is made in one place: nothing else reads those of the installation', async () => {
    const root = join(import.meta.dirname, '../../src');
    const allowed =
      /^(?:config|cli|trace|seed)\/|^features\/identity\/address\/own-addresses\.ts$|^http\/(?:host-check|security-headers)\.ts$|\.test\.ts$/;
    const files = (await readdir(root, { recursive: true })).filter(
      (name) => name.endsWith('.ts') && !allowed.test(name),
    );
    const readers = [];
    for (const name of files)
      if (/\b(?:hostedUrl|linksUrl|publicUrl)\b/.test(await readFile(join(root, name), 'utf8'))) readers.push(name);
    // Whether a cookie is safe depends on the scheme, which every name shares.
    expect(readers).toEqual(['features/identity/sign-in/app-cookie.ts']);
  });
});
