import { describe, expect, it } from 'vitest';
import { isInNetworks, normalizeNetworks } from './networks.ts';

describe('the networks of a key', () => {
  it('are kept in one form, each once', () => {
    expect(
      normalizeNetworks(['203.0.113.7/24', '203.0.113.0/24', '203.0.113.7/32', '2001:DB8:0::1/32', '::ffff:192.0.2.1']),
    ).toEqual(['203.0.113.0/24', '203.0.113.7', '2001:db8::/32', '192.0.2.1']);
  });

  it.each([
    ['203.0.113.255', ['203.0.113.0/24'], true],
    ['203.0.114.0', ['203.0.113.0/24'], false],
    ['::ffff:203.0.113.9', ['203.0.113.0/24'], true],
    ['203.0.113.9', ['::ffff:203.0.113.0/120'], true],
    ['2001:db8:1::5', ['192.0.2.1', '2001:db8::/32'], true],
    ['2001:db9::1', ['2001:db8::/32'], false],
    ['192.0.2.1', ['::/0'], false],
    ['192.0.2.1', ['0.0.0.0/0'], true],
    ['not an address', ['0.0.0.0/0'], false],
    ['not an address', [], true],
  ])('%s in %j: %s', (ip, networks, isIn) => {
    expect(isInNetworks(ip, networks)).toBe(isIn);
  });
});
