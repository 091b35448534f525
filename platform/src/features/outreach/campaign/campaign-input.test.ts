import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('what is given for a campaign', () => {
  it('is one line where it is a name or a subject, and each mailbox once', async () => {
    const { caller } = await platform.createWorkspace();
    const box = await caller.mailboxes.create({
      address: 'ann@example.com',
      displayName: 'Ann\r\nBcc: eve@example.com',
      smtp: { host: 'localhost', port: 25, security: 'none', user: 'ann', password: 'sandbox' },
    });
    expect(box.displayName).toBe('Ann Bcc: eve@example.com');
    const delay = { amount: 1, unit: 'days' } as const;
    const { id } = await caller.campaigns.create({ name: '\u2028Spring\n\tsale\r\n' });
    const campaign = await caller.campaigns.update({
      id,
      mailboxIds: [box.id, box.id],
      steps: [{ subject: 'Hello\r\nBcc: eve@example.com', body: '<p>a\nb</p>', delay }],
    });
    expect(campaign).toMatchObject({
      name: 'Spring sale',
      mailboxIds: [box.id],
      steps: [{ subject: 'Hello Bcc: eve@example.com', body: '<p>a\nb</p>' }],
    });
    await expect(caller.campaigns.update({ id, name: '\r\n' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
