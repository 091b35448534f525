import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDerivedSecrets } from '#adapters/secrets';
import { loadConfig } from '#config';
import { newId } from '#kernel';
import { mailLinks } from './mail-links.ts';

const config = loadConfig({
  DATABASE_URL: 'postgres://nowhere/none',
  SECRET_KEY: 'a secret of tests that is long enough',
  LINKS_URL: 'https://links.example.test/',
});
const secrets = createDerivedSecrets(config.secrets);
const app = { config, ports: { secrets } };
const links = mailLinks(app);
const [workspaceId, deliveryId] = [newId(), newId()];
const tokenOf = (url: string) => url.replace(/^.*\/[ocu]\//, '').replace(/\.gif$/, '');

describe('the links of a mail', () => {
  it('say what they were made of, under the links address', () => {
    const url = 'https://example.test/päge?a=1&b=%20#end';
    expect(links.verify('click', tokenOf(links.click(workspaceId, deliveryId, url)))).toEqual({
      workspaceId,
      deliveryId,
      url,
    });
    expect(links.open(workspaceId, deliveryId)).toMatch(/^https:\/\/links\.example\.test\/o\/[\w-]{59}\.gif$/);
    for (const kind of ['open', 'unsubscribe'] as const)
      expect(links.verify(kind, tokenOf(links[kind](workspaceId, deliveryId)))).toEqual({
        workspaceId,
        deliveryId,
        url: '',
      });
  });

  it.each([500, 6000, 6098, 6099, 6500, 60_000])('of %i characters lead there, tracked or not', (length) => {
    const url = `https://example.test/${'p'.repeat(length - 21)}`;
    const link = links.click(workspaceId, deliveryId, url);
    expect(link === url ? url : links.verify('click', tokenOf(link))?.url).toBe(url);
    expect(link === url).toBe(length > 6100);
  });

  it('are refused when one bit of them was changed, shortened or lengthened', () => {
    const bytes = Buffer.from(tokenOf(links.click(workspaceId, deliveryId, 'https://example.test/')), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(links.verify('click', changed.toString('base64url'))).toBeNull();
    }
    for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('x')]), Buffer.alloc(0)])
      expect(links.verify('click', other.toString('base64url'))).toBeNull();
    expect(links.verify('click', 'x'.repeat(100_000))).toBeNull();
  });

  it('do only what they were made for: an open pixel unsubscribes nobody', () => {
    const open = tokenOf(links.open(workspaceId, deliveryId));
    expect(links.verify('unsubscribe', open)).toBeNull();
    expect(links.verify('click', open)).toBeNull();
  });

  it('carry the first 96 bits of HMAC-SHA256 under the installation’s links key', () => {
    const bytes = Buffer.from(tokenOf(links.unsubscribe(workspaceId, deliveryId)), 'base64url');
    const expected = createHmac('sha256', secrets.key('links')).update('u').update(bytes.subarray(12)).digest();
    expect(bytes.subarray(0, 12)).toEqual(expected.subarray(0, 12));
    expect(
      mailLinks({
        ...app,
        ports: { ...app.ports, secrets: createDerivedSecrets({ ...config.secrets, secretKey: 'another' }) },
      }).verify('unsubscribe', bytes.toString('base64url')),
    ).toBeNull();
  });

  it('leave addresses alone that are no web pages', () => {
    expect(links.click(workspaceId, deliveryId, 'mailto:a@example.test')).toBe('mailto:a@example.test');
  });
});
