import type { Domain } from '@tabard/contract/identity/domain';
import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailsTo, plantDomains, type Domains } from '../../../../test/fixture/index.ts';
import { normaliseHost } from './host-name.ts';

let world: Domains;
let planted: Awaited<ReturnType<Domains['plant']>>;
let nth = 0;
beforeAll(async () => {
  world = await plantDomains();
});
afterAll(() => world.stop());
beforeEach(async () => {
  planted = await world.plant();
});

const fresh = () => `portal-${++nth}.client.example`;
const proof = ({ records }: Domain) => records[0]!; // every domain has one
const pointing = ({ records }: Domain) => records[1]!; // every domain has one

/** As if it had failed for so long. */
const age = ({ workspaceId, id }: Domain, hours: number) => {
  const scopeId = fromPublicId('workspace', workspaceId!)!; // of the client
  return world.server.platform.app.database.write(scopeId, (_em, sql) =>
    sql('update domain set failing_since = now() - make_interval(hours => $3) where workspace_id = $1 and id = $2', [
      scopeId,
      fromPublicId('domain', id),
      hours,
    ]),
  );
};

describe('a claimed name', () => {
  it('says which records to set, and is in use once both are there', async () => {
    const host = fresh();
    const claimed = await planted.claim(host);
    expect(claimed).toMatchObject({ host, state: 'pending', checking: true, url: null, finding: null });
    expect(proof(claimed)).toMatchObject({
      type: 'TXT',
      name: `_host-proof.${host}`,
      value: expect.stringMatching(/^host-proof=[\w-]{32}$/),
      state: 'unchecked',
    });
    expect(pointing(claimed)).toMatchObject({ type: 'CNAME', name: host, value: 'app.agency.example' });
    const missing = await planted.check(claimed);
    expect(missing).toMatchObject({ state: 'pending', checking: false });
    expect(missing.finding).toContain(`We found no TXT record at _host-proof.${host}, and expected host-proof=`);
    world.names.set(proof(claimed).name, { TXT: ['v=other', 'host-proof=wrong'] });
    const wrong = await planted.check(claimed);
    expect(proof(wrong)).toMatchObject({ state: 'wrong', found: ['v=other', 'host-proof=wrong'] });
    expect(wrong.finding).toContain('we found v=other, host-proof=wrong, and expected host-proof=');
    world.names.set(proof(claimed).name, { TXT: [proof(claimed).value] });
    expect(await planted.check(claimed)).toMatchObject({ state: 'verified', url: null });
    world.names.set(host, { CNAME: 'elsewhere.example' });
    const astray = await planted.check(claimed);
    expect(astray.state).toBe('verified');
    expect(astray.finding).toBe(`At ${host} we found elsewhere.example, and expected app.agency.example (CNAME).`);
    world.names.set(host, { CNAME: 'app.agency.example' });
    expect(await planted.check(claimed)).toMatchObject({
      state: 'active',
      url: `https://${host}`,
      finding: 'All records are as they should be.',
    });
  });

  it('at the top of a zone leads here by its addresses', async () => {
    const host = `top-${++nth}.example`;
    const claimed = await planted.claim(host);
    world.names.set('app.agency.example', { A: ['203.0.113.7'] });
    world.names.set(proof(claimed).name, { TXT: [proof(claimed).value] });
    world.names.set(host, { A: ['203.0.113.7', '198.51.100.1'] });
    expect(await planted.check(claimed)).toMatchObject({ state: 'verified' });
    world.names.set(host, { A: ['203.0.113.7'] });
    expect(await planted.check(claimed)).toMatchObject({ state: 'active' });
  });

  it('whose proof is gone is served for twelve hours with a warning to its owners, then no more, and comes back by itself', async () => {
    const domain = await planted.active(fresh());
    await planted.signIn('org_admin', 'agency');
    const [admin] = await world.server.platform.app.database.readOrganization<{ email: string }>(
      `select u.email from app_user u join member m on m.user_id = u.id where m.organization_id = $1`,
      [planted.tree.agency],
    );
    const warnings = async () =>
      (await mailsTo(world.server, admin!.email)).filter(({ kind }) => kind === 'domain-notice'); // just made
    world.names.set(proof(domain).name);
    const failing = await planted.check(domain);
    expect(failing).toMatchObject({ state: 'failing', url: `https://${domain.host}` });
    expect(Date.parse(failing.servedUntil!) - Date.now()).toBeLessThan(24 * 3_600_000);
    expect(await warnings()).toMatchObject([{ subject: `${domain.host} is about to stop working (agency)` }]);
    expect(await planted.check(domain)).toMatchObject({ state: 'failing' });
    expect(await warnings()).toHaveLength(1);
    await age(domain, 13);
    expect(await planted.check(domain)).toMatchObject({ state: 'lost', url: null, servedUntil: null });
    planted.setRecords(domain);
    expect(await planted.check(domain)).toMatchObject({ state: 'active' });
  });

  it('keeps its state while name servers give no answer', async () => {
    const domain = await planted.active(fresh());
    world.names.broken.add(proof(domain).name);
    const unknown = await planted.check(domain);
    expect(unknown).toMatchObject({ state: 'active' });
    expect(proof(unknown).state).toBe('unanswered');
    world.names.broken.clear();
  });

  it('is found for its check from its row alone, and asked for by hand', async () => {
    const domain = await planted.active(fresh());
    expect(domain.checking).toBe(false);
    const asked = await planted.ask(planted.token, 'domains.check', { id: domain.id });
    expect(asked).toMatchObject({ checking: true, state: 'active' });
    const { checkDomain, findDueChecks } = await import('./check-domain.job.ts');
    const { app } = world.server.platform;
    const worker = await app.jobs.work(app, [checkDomain]);
    await findDueChecks(app);
    const now = async () =>
      (await planted.ask(planted.token, 'domains.list')).items.find(({ id }: Domain) => id === domain.id);
    await expect.poll(async () => (await now()).checking, { timeout: 20_000 }).toBe(false);
    await worker.stop();
  });

  it('tells the pages of its workspace, and those below its organization', async () => {
    const told = (workspaceId: string) =>
      world.server.platform.app.database.read<{ data: { state: string } }>(
        workspaceId,
        `select data from event where type = 'domain.updated' order by id`,
      );
    const { client, beside } = planted.workspaces;
    const domain = await planted.active(fresh());
    await planted.active(fresh(), { organizationId: planted.org('vendor') });
    await planted.ask(planted.token, 'domains.remove', { id: domain.id });
    expect((await told(client)).map(({ data }) => data.state)).toEqual([
      'pending',
      'active',
      'pending',
      'active',
      'removed',
    ]);
    expect((await told(beside)).map(({ data }) => data.state)).toEqual(['pending', 'active']);
  });
});

describe('a name of one place', () => {
  it('cannot be claimed by another once it is proven, and can again when it was given back', async () => {
    const domain = await planted.active(fresh());
    const other = await world.plant();
    expect(await other.claim(domain.host)).toMatchObject({ code: 'domain.taken', details: [{ path: 'host' }] });
    expect(await planted.claim(domain.host, { workspaceId: planted.wsp('beside') })).toMatchObject({
      code: 'domain.taken',
    });
    await planted.ask(planted.token, 'domains.remove', { id: domain.id });
    expect(await other.claim(domain.host)).toMatchObject({ state: 'pending' });
  });

  it('that is only claimed keeps nobody else from proving it, and the first who does has it', async () => {
    const host = fresh();
    const squatter = await planted.claim(host);
    const other = await world.plant();
    const rightful = await other.active(host);
    expect(rightful.state).toBe('active');
    world.names.set(proof(rightful).name, { TXT: [proof(rightful).value, proof(squatter).value] });
    const late = await planted.check(squatter);
    expect(late).toMatchObject({ state: 'pending', url: null });
    expect(late.finding).toBe('Another place has proven this name, so it cannot be used here.');
    expect(await other.check(rightful)).toMatchObject({ state: 'active' });
  });

  it('is unknown to strangers, whatever they do with its id', async () => {
    const domain = await planted.active(fresh());
    const stranger = await world.plant();
    for (const act of ['check', 'remove'])
      expect(await stranger.ask(stranger.token, `domains.${act}`, { id: domain.id })).toMatchObject({
        code: 'domain.not_found',
      });
    const below = await planted.signIn('workspace_admin', 'agency', 'client');
    const above = await planted.active(fresh(), { organizationId: planted.org('agency') });
    expect(await planted.ask(below, 'domains.remove', { id: above.id })).toMatchObject({ code: 'domain.not_found' });
    expect((await planted.ask(below, 'domains.list')).items).toHaveLength(1);
  });

  it('is refused where it is nobody’s to claim', async () => {
    const refusals = {
      'co.uk': 'public',
      'github.io': 'public',
      'app.agency.example': 'own',
      'GO.agency.example.': 'own',
      localhost: 'invalid',
    };
    for (const [host, code] of Object.entries(refusals))
      expect(await planted.claim(host), host).toMatchObject({ code: `domain.${code}` });
    const domain = await planted.claim(fresh());
    expect(await planted.claim(domain.host)).toMatchObject({ code: 'domain.taken' });
  });
});

describe('a host name', () => {
  it('is the same however it is written, and shown as people read it', async () => {
    expect(
      ['Portal.Client.example.', ' portal.client.example ', 'ｐｏｒｔａｌ.client.example'].map(normaliseHost),
    ).toEqual(Array.from({ length: 3 }, () => 'portal.client.example'));
    const domain = await planted.claim(`münchen-${++nth}.example`);
    expect(domain.host).toMatch(/^xn--/);
    expect(domain.readable).toBe(`münchen-${nth}.example`);
  });

  it('is no address, no path and no name of one machine', () => {
    for (const text of [
      '127.0.0.1',
      '[::1]',
      '0x7f.1',
      '2130706433',
      'https://a.example',
      'a.example/b',
      'a.example:80',
      'a b.example',
      'printer.local',
      '*.a.example',
      'a..example',
      '_dmarc.a.example',
      `${'a'.repeat(64)}.example`,
      'example',
      '',
    ])
      expect(normaliseHost(text), text).toBeNull();
  });
});
