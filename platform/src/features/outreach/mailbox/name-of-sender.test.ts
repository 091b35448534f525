import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { mailServerColumns, mailServerOf, type MailServerRow } from './index.ts';
import { nameOfSender } from './name-of-sender.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('the name a mailbox greets its server with', () => {
  it("is its own, else the installation's, else the public name of the host or its own domain", async () => {
    const workspace = await platform.createWorkspace();
    const { id } = await workspace.caller.mailboxes.create({
      address: 'zed@example.com',
      displayName: 'Zed',
      smtp: { host: 'smtp.example.com', port: 465, security: 'tls', user: 'zed', password: 'secret' },
    });
    const named = async (app = platform.app) => {
      const [row] = await workspace.scope.read<MailServerRow>(`select ${mailServerColumns} from mailbox m`);
      return mailServerOf(app, row!, 'smtp').clientName;
    };
    expect(await named()).toBe(nameOfSender('zed@example.com'));
    const { config } = platform.app;
    const set = {
      ...platform.app,
      config: { ...config, sending: { ...config.sending, ehloName: 'out.agency.example' } },
    };
    expect(await named(set)).toBe('out.agency.example');
    const updated = await workspace.caller.mailboxes.update({ id, ehloName: 'mail.client.example' });
    expect(updated).toMatchObject({ ehloName: 'mail.client.example' });
    expect(await named(set)).toBe('mail.client.example');
    await expect(workspace.caller.mailboxes.update({ id, ehloName: 'localhost' })).rejects.toThrow(/full host name/);
    await expect(workspace.caller.mailboxes.update({ id, ehloName: 'a.example\r\nMAIL' })).rejects.toThrow(
      /full host name/,
    );
  });

  it.each([
    ['mx1.agency.com', 'mx1.agency.com'],
    ['4f2c91ab03de', 'client.com'],
    ['ip-10-0-0-7.eu-west-1.compute.internal', 'client.com'],
    ['laptop.local', 'client.com'],
    ['localhost', 'client.com'],
  ])('on a host called %s is %s', (host, name) => {
    expect(nameOfSender('ann@client.com', host)).toBe(name);
  });

  it('is written in letters that every server takes', () => {
    expect(nameOfSender('ann@müller.com', 'box')).toBe('xn--mller-kva.com');
  });
});
