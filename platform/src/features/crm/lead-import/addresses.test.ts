import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { readRow } from './lead-row.rules.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const server = { host: 'smtp.example.com', port: 587, security: 'starttls', user: 'u', password: 'p' } as const;

it.each([
  ['zoe@müller.example', 'zoe@xn--mller-kva.example'],
  ['Zoe@XN--MLLER-KVA.example', 'zoe@xn--mller-kva.example'],
  ['x@a.xn--p1ai', 'x@a.xn--p1ai'],
  ['x@почта.рф', 'x@xn--80a1acny.xn--p1ai'],
  ['a&b@a.example', 'a&b@a.example'],
  ['a!b@a.example', 'a!b@a.example'],
  ["a=b/{c}~o'neil@a.example", "a=b/{c}~o'neil@a.example"],
  ['a..b@a.example', null],
  ['"a b"@a.example', null],
  ['a@b', null],
  ['a@[127.0.0.1]', null],
  ['a@b.example:80', null],
  ['jörg@a.example', null],
])('every door says the same of %s', async (written, stored) => {
  const { caller } = await platform.createWorkspace();
  const outcome = (promise: Promise<string | null>) => promise.catch(() => null);
  const created = outcome(caller.leads.create({ email: written }).then(({ email }) => email));
  const first = await caller.leads.create({ email: 'first@a.example' });
  const updated = outcome(caller.leads.update({ id: first.id, email: `u${written}` }).then(({ email }) => email));
  const suppressed = outcome(caller.suppressions.create({ email: written }).then(({ email }) => email));
  const mailbox = { address: written, displayName: 'M', smtp: server };
  const connected = outcome(caller.mailboxes.create(mailbox).then(({ address }) => address));
  const row = readRow([written], 2, ['email'], { zones: new Set(), fields: new Map(), owners: new Map() });
  expect({
    created: await created,
    updated: await updated,
    suppressed: await suppressed,
    connected: await connected,
    imported: 'fields' in row ? row.fields.email : null,
  }).toEqual({
    created: stored,
    updated: stored && `u${stored}`,
    suppressed: stored,
    connected: stored,
    imported: stored,
  });
});
