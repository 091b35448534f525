import { describe, expect, it } from 'vitest';
import { createDerivedSecrets } from '#adapters/secrets';
import { loadConfig } from '#config';
import { newId } from '#kernel';
import { mailLinks } from './mail-links.ts';
import { withoutTracking } from './without-tracking.ts';

function linksOf(address: string, secret = 'a secret of tests that is long enough') {
  const config = loadConfig({ DATABASE_URL: 'postgres://nowhere/none', SECRET_KEY: secret, LINKS_URL: address });
  return mailLinks({ config, ports: { secrets: createDerivedSecrets(config.secrets) } });
}
const links = linksOf('https://links.example.test');
const [workspaceId, deliveryId] = [newId(), newId()];

describe('a mail without tracking', () => {
  it('leads where its links lead in the end, written as its text needs it', () => {
    const url = 'https://example.test/a?b=1&c=<2>';
    const click = links.click(workspaceId, deliveryId, url);
    expect(withoutTracking(links, `<a href="${click}">x</a>`, encodeURI)).toBe(`<a href="${encodeURI(url)}">x</a>`);
    expect(withoutTracking(links, `See <${click}>, or ${click}.`)).toBe(`See <${url}>, or ${url}.`);
  });

  it('has neither pixel nor way out', () => {
    expect(withoutTracking(links, `<img src="${links.open(workspaceId, deliveryId)}">`)).toBe('<img src="">');
    expect(withoutTracking(links, `Leave: ${links.unsubscribe(workspaceId, deliveryId)}\n`)).toBe('Leave: \n');
  });

  it('is known wherever the installation had its links when it left', () => {
    const before = linksOf('http://mail.before.test/go');
    expect(withoutTracking(links, before.click(workspaceId, deliveryId, 'https://a.test/'))).toBe('https://a.test/');
  });

  it('keeps every address that is none of ours', () => {
    const theirs = linksOf('https://links.example.test', 'the secret of another installation');
    const text = `${theirs.click(workspaceId, deliveryId, 'https://a.test/')} https://a.test/c/short https://a.test/`;
    expect(withoutTracking(links, text)).toBe(text);
  });
});
