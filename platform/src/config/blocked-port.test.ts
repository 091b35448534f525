import { describe, expect, it } from 'vitest';
import { loadConfig, localPlaces } from './index.ts';

const env = { DATABASE_URL: 'postgres://x@localhost/x', SECRET_KEY: 'a secret of tests that is long enough' };
const blocked = [1, 22, 587, 2049, 6000, 6566, 6665, 6669, 6679, 6697, 10080];

describe('a port that browsers block', () => {
  it.each(blocked)('is refused in words: %i', (port) => {
    for (const name of ['PORT', 'PORTAL_PORT', 'SANDBOX_PORT'])
      expect(() => localPlaces({ [name]: String(port) }), name).toThrow(`${name} is ${port}: browsers open no page`);
    expect(() => loadConfig({ ...env, PORT: String(port) })).toThrow('PORT: browsers open no page');
    for (const name of ['PUBLIC_URL', 'LINKS_URL', 'HOSTED_URL'])
      expect(() => loadConfig({ ...env, [name]: `http://localhost:${port}` }), name).toThrow(
        `${name}: browsers open no page`,
      );
  });

  it('may be one of the mail servers, which browsers do not visit', () => {
    expect(localPlaces({ SANDBOX_SMTP_PORT: '587', SANDBOX_IMAP_PORT: '993' })).toMatchObject({
      smtpPort: 587,
      imapPort: 993,
    });
  });

  it('keeps no other from being used', () => {
    expect(localPlaces({ PORT: '8080', PORTAL_PORT: '443' })).toMatchObject({ apiPort: 8080, portalPort: 443 });
    expect(loadConfig({ ...env, PUBLIC_URL: 'https://api.example.com' }).http.publicUrl).toBe(
      'https://api.example.com',
    );
  });
});
