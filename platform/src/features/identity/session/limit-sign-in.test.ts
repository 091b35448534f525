import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { limitSignIn } from './limit-sign-in.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** A try with a wrong password; whether it was let through to the password. */
const guess = (ip: string, email: string) =>
  limitSignIn(platform.app, ip, email).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Failure && error.code === 'rate_limit.exceeded') return false;
      throw error;
    },
  );
async function guesses(count: number, from: (index: number) => string, email: string): Promise<number> {
  let through = 0;
  for (let index = 0; index < count; index++) if (await guess(from(index), email)) through += 1;
  return through;
}

describe('guessing a password', () => {
  it('from as many addresses as one network has is guessing from one', async () => {
    expect(await guesses(30, (index) => `2001:db8:1:2::${index.toString(16)}`, 'ana@example.com')).toBe(10);
    expect(await guess('2001:db8:1:3::1', 'ana@example.com')).toBe(true);
    expect(await guesses(30, () => '::ffff:192.0.2.1', 'ben@example.com')).toBe(10);
    expect(await guess('192.0.2.1', 'ben@example.com')).toBe(false);
  });

  it('from many networks ends, and the owner still signs in from where they are known', async () => {
    const owner = await limitSignIn(platform.app, '198.51.100.7', 'owner@example.com');
    await owner.succeeded();
    expect(await guesses(120, (index) => `10.1.${index}.1`, 'owner@example.com')).toBe(50);
    expect(await guess('10.200.0.1', 'owner@example.com')).toBe(false);
    for (let day = 0; day < 20; day++)
      await (await limitSignIn(platform.app, '198.51.100.7', 'owner@example.com')).succeeded();
    // Another account is not concerned.
    expect(await guess('10.1.1.1', 'other@example.com')).toBe(true);
  });

  it('for many accounts from one network ends', async () => {
    let through = 0;
    for (let index = 0; index < 130; index++)
      if (await guess('203.0.113.9', `person-${index}@example.com`)) through += 1;
    expect(through).toBe(100);
  });

  it('is not what somebody does who signs in often', async () => {
    for (let index = 0; index < 60; index++)
      await (await limitSignIn(platform.app, `10.2.${index}.1`, 'often@example.com')).succeeded();
    expect(await guess('10.3.0.1', 'often@example.com')).toBe(true);
  });
});
