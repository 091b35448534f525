import type { SettingsSaid } from '@tabard/contract';
import { resolveSetting } from '#features/identity/organization';
import { findWorkspace, levelsOf, senderIdentity } from '#features/identity/workspace';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plantTree, startTestServer, type SettingsTree, type TestServer } from '../../../../test/fixture/index.ts';

let server: TestServer;
let { workspaces, org, signIn, ask, settingsOf, say }: SettingsTree = {} as SettingsTree; // planted before each test
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_SESSION: '100000' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ workspaces, org, signIn, ask, settingsOf, say } = await plantTree(server));
});

describe('the signature of mails', () => {
  it('says what the settings say, whoever has locked what', async () => {
    const token = await signIn('super_admin', 'operator');
    const { database } = server.platform.app;
    const agrees = async () => {
      const levels = levelsOf((await findWorkspace(server.platform.app, workspaces.client))!);
      const [row] = await database.read<{ name: string; postal_address: string | null }>(
        workspaces.client,
        `with recursive ${senderIdentity} select name, postal_address from sender`,
        [workspaces.client],
      );
      expect(row).toEqual({
        name: resolveSetting(levels, 'displayName').value,
        postal_address: resolveSetting(levels, 'postalAddress').value.trim() || null,
      });
      return row;
    };
    await agrees();
    await say(token, 'operator', { set: { postalAddress: '1 Operator Road' } });
    await say(token, 'vendor', { set: { postalAddress: '2 Vendor Street', displayName: 'The Vendor' } });
    expect(await agrees()).toEqual({ name: 'agency', postal_address: null });
    await ask(token, 'organizations.update', { id: org('agency'), brand: { inheritPostalAddress: true } });
    expect(await agrees()).toEqual({ name: 'agency', postal_address: '2 Vendor Street' });
    // Whose address it is stands beside it, for the organization that takes it and for those below.
    const from = { kind: 'organization', id: org('vendor'), name: 'vendor' };
    const address = { postalAddress: { value: '2 Vendor Street', from } };
    expect(await settingsOf(token)).toMatchObject(address);
    const ofAgency = await ask(token, 'settings.getForOrganization', { organizationId: org('agency') });
    expect(ofAgency.settings).toMatchObject(address);
    await ask(token, 'settings.update', { set: { postalAddress: ' ', displayName: 'The Client' } });
    expect(await agrees()).toEqual({ name: 'The Client', postal_address: '2 Vendor Street' });
    await ask(token, 'settings.update', { set: { postalAddress: '4 Client Quay' } });
    expect(await agrees()).toEqual({ name: 'The Client', postal_address: '4 Client Quay' });
    await say(token, 'vendor', { lock: ['displayName', 'postalAddress'] });
    expect(await agrees()).toEqual({ name: 'The Vendor', postal_address: '2 Vendor Street' });
    await say(token, 'operator', { lock: ['displayName', 'postalAddress'] });
    expect(await agrees()).toEqual({ name: 'operator', postal_address: '1 Operator Road' });
  });
});

describe('the mail to look at', () => {
  it('comes in the brand that is not stored yet, and nothing is stored', async () => {
    const token = await signIn('org_admin', 'vendor');
    const brand: SettingsSaid = { displayName: 'Brilliant', mailColor: '#c2185b', legalText: 'Reg. <1234>' };
    const { html } = await ask(token, 'settings.previewMail', { brand });
    for (const text of ['Join Brilliant', 'Reg. &lt;1234&gt;']) expect(html).toContain(text);
    const dark = await ask(token, 'settings.previewMail', { brand, mode: 'dark', organizationId: org('agency') });
    expect(dark.html).not.toBe(html);
    expect((await settingsOf(token)).displayName.value).toBe('agency');
  });

  it('carries the logo of the ground it stands on, or none', async () => {
    const token = await signIn('org_admin', 'vendor');
    const brand = { logoUrl: 'https://cdn.example/light.png', logoDarkUrl: 'https://cdn.example/dark.png' };
    const shown = async (more: object, mode = 'light') =>
      (await ask(token, 'settings.previewMail', { brand: { ...brand, ...more }, mode })).html as string;
    expect(await shown({})).toContain('light.png');
    expect(await shown({}, 'dark')).toContain('dark.png');
    expect(await shown({ mailLogo: false })).not.toContain('<img');
  });
});
