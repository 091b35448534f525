import { expect, it } from 'vitest';
import { SENDER, SandboxWorld } from '../../../test/sandbox-world.ts';
import { startMailSandbox } from '../start-mail-sandbox.ts';

const world = new SandboxWorld();

const post = (path: string, body: unknown, headers = {}) =>
  fetch(world.sandbox.url + path, { method: 'POST', body: JSON.stringify(body), headers });

it('serves the page with every module it imports', async () => {
  const read = async (path: string) => {
    const answer = await fetch(new URL(path, world.sandbox.url));
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const linked = [...(await read('/')).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(linked).toEqual(['/page.css', '/page.js']);
  const seen = new Set<string>();
  for (const queue = linked; queue.length;) {
    const path = queue.pop() ?? '';
    if (seen.has(path)) continue;
    seen.add(path);
    queue.push(...[...(await read(path)).matchAll(/from '\.(\/[^']+)'/g)].map(([, module = '']) => module));
  }
  expect(seen.size).toBe(5);
});

it('lists, shows and steers mail, for this machine only', async () => {
  await world.send('ignore-anna@client.example');
  const list = (await (await fetch(`${world.sandbox.url}/mails?search=rotterdam`)).json()) as {
    mails: { id: number }[];
  };
  expect(list.mails).toHaveLength(1);
  const acted = await post('/control/act', { messageId: list.mails[0]?.id, action: 'reply' });
  expect(await acted.json()).toEqual({ outcome: `sent to ${SENDER}` });
  expect((await post('/control/reset', {}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post('/control/act', { messageId: 1, action: 'dance' })).status).toBeGreaterThanOrEqual(400);
  const html = await fetch(`${world.sandbox.url}/mails/${list.mails[0]?.id ?? 0}/html`);
  expect(html.headers.get('content-security-policy')).toContain('img-src data:');
});

it.each([
  ['faults', { faults: [{ kind: 'greylisting' }] }, 'faults.0.kind'],
  ['faults', { faults: [{ kind: 'greylist', times: 'once' }] }, 'faults.0.times'],
  ['faults', { faults: [{ kind: 'greylist', reply: 'no' }] }, 'must be an SMTP refusal'],
  ['faults', { fault: [] }, 'faults: '],
  ['behaviour', { address: 'anna', behaviour: 'open' }, 'address: must be an address'],
  ['behaviour', { address: 'a@b.example', behaviour: 'dance' }, '"dance" is neither an act (ignore, '],
  ['behaviour', { address: 'a@b.example', behaviour: { act: 'reply', delaySeconds: -1 } }, 'behaviour.delaySeconds'],
  ['behaviour', { address: 'a@b.example', behaviour: { act: 'reply', delay: 1 } }, 'delay'],
  ['act', { messageId: 1 }, 'action'],
  ['reset', [], 'body'],
])('answers a wrong body of /control/%s with 400 and what is wrong: %j', async (name, body, words) => {
  const answer = await post(`/control/${name}`, body);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { error: string }).error).toContain(words);
});

it('takes right bodies, and an empty one for a reset', async () => {
  const faults = [{ kind: 'greylist', match: 'anna', times: 2, reply: '450 4.2.0 Later' }];
  expect(await (await post('/control/faults', { faults })).json()).toEqual({ faults });
  const behaviour = { act: 'reply', tone: 'angry', delaySeconds: 5 };
  expect((await post('/control/behaviour', { address: 'a@b.example', behaviour })).status).toBe(200);
  expect((await fetch(`${world.sandbox.url}/control/reset`, { method: 'POST' })).status).toBe(200);
});

it('names the busy port', async () => {
  await expect(startMailSandbox({ ...world.options, imapPort: world.sandbox.imap.port })).rejects.toMatchObject({
    code: 'sandbox.port_busy',
    message: expect.stringContaining(String(world.sandbox.imap.port)),
  });
});
