import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MailStore } from './mail-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'mail-store-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('drops the oldest messages beyond its bound, with their files and folder entries', async () => {
  const store = new MailStore(folder, 50);
  for (let i = 0; i < 200; i++)
    store.mailboxes.addEntry('a@x.example', 'INBOX', await store.write(Buffer.from(`Subject: ${i}\r\n\r\n`)));
  const entries = store.mailboxes.listEntries('a@x.example', 'INBOX');
  expect(entries.length).toBeLessThanOrEqual(150);
  expect(entries.at(-1)?.uid).toBe(200);
  expect(readdirSync(join(folder, 'messages', '0'))).toHaveLength(entries.length);
  store.close();
});

it('never gives a UID twice, also after everything was deleted', async () => {
  const store = new MailStore(folder);
  store.reset();
  expect(store.mailboxes.addEntry('a@x.example', 'INBOX', await store.write(Buffer.from('x')))).toBe(201);
  store.close();
});
