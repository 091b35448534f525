import { describe, expect, it } from 'vitest';
import { allowedAddresses, HostNotAllowed, isLoopback } from './index.ts';

describe('a host given by somebody outside', () => {
  it.each([
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f000001',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::7f00:1',
  ])('is refused when it leads into a private network: %s', async (host) => {
    await expect(allowedAddresses(host, { allowPrivate: false })).rejects.toThrow(HostNotAllowed);
  });

  it('is taken by its address when it is public', async () => {
    expect(await allowedAddresses('93.184.215.14', { allowPrivate: false })).toEqual(['93.184.215.14']);
  });

  it('may be private where the operator allows it', async () => {
    expect(await allowedAddresses('127.0.0.1', { allowPrivate: true })).toEqual(['127.0.0.1']);
    expect(isLoopback('::ffff:127.0.0.1')).toBe(true);
    expect(isLoopback('10.0.0.1')).toBe(false);
  });
});
