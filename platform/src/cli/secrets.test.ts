import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDerivedSecrets } from '#adapters/secrets';
import { appRouter, features, sealedColumns } from '#features';
import { setUpSecondFactor } from '#features/identity/second-factor';
import { queueSystemMail } from '#features/operations/system-mail';
import { newId } from '#kernel';
import { compose } from '../compose.ts';
import { rotateSecrets } from './secrets.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../test/fixture/index.ts';

const source = join(import.meta.dirname, '..');
const [newKey, newest] = ['second', 'third'].map((word) => `${word} key of tests that is long enough`);
let platform: TestPlatform;
let workspace: TestWorkspace;
let owner: pg.Client;
beforeAll(async () => {
  platform = await startTestPlatform();
  workspace = await platform.createWorkspace();
  owner = new pg.Client({ connectionString: platform.config.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await platform.stop();
});

/** Stores something sealed of every kind, as the product does. */
async function storeEach(): Promise<void> {
  const { app } = platform;
  const { workspaceId, organizationId, caller } = workspace;
  const server = { host: '127.0.0.1', port: 9, security: 'none' as const, user: 'ann', password: 'pass word' };
  await caller.mailboxes.create({ address: `${newId()}@example.com`, displayName: 'Ann', smtp: server, imap: server });
  await app.database.control((_em, sql) =>
    setUpSecondFactor(app, sql, { userId: newId(), issuer: 'Ann', label: 'Ann' }),
  );
  const content = { subject: 'Sealed' } as Parameters<typeof queueSystemMail>[2]['content'];
  for (const home of [workspaceId, null])
    await app.database.write(home ?? organizationId, (_em, sql) =>
      queueSystemMail(app, sql, {
        organizationId,
        workspaceId: home,
        kind: 'invitation',
        subjectId: newId(),
        recipient: 'ann@example.com',
        content,
      }),
    );
  const { principal } = workspace;
  await appRouter
    .createCaller({ app, requestId: 'test', principal, workspaceId, ip: '127.0.0.1', idempotencyKey: newId() })
    .templates.create({ name: 'Hello', subject: 'Hello', body: '<p>Hello</p>' });
}

/** Every sealed text of the database, wherever it stands. */
async function sealedTexts(): Promise<{ place: string; text: string; context: string }[]> {
  const { rows: columns } = await owner.query<{ table: string; column: string; context: string }>(
    `select c.table_name as table, c.column_name as column,
            case when exists (select from information_schema.columns w where w.table_name = c.table_name and w.column_name = 'workspace_id')
                 then 'workspace_id' else 'user_id' end as context
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying')`,
  );
  const found = [];
  for (const { table, column, context } of columns) {
    const { rows } = await owner.query<{ text: string; context: string }>(
      `select "${column}" as text, to_jsonb(t) ->> '${context}' as context from "${table}" t where "${column}" ~ '^s[0-9]\\.'`,
    );
    found.push(...rows.map((row) => ({ place: `${table}.${column}`, ...row })));
  }
  return found;
}

/** The command on the same database, in another environment. */
async function rotate(encryptionKey: string, ...previousEncryptionKeys: string[]) {
  const { config } = platform;
  const app = await compose(
    { ...config, secrets: { ...config.secrets, encryptionKey, previousEncryptionKeys } },
    { log: platform.app.log },
  );
  const said: string[] = [];
  try {
    return { code: await rotateSecrets(app, (line) => said.push(line)), words: said.join('\n') };
  } finally {
    await app.close();
  }
}
/** The secret key, with which everything was sealed at first, opens nothing here. */
const without = (encryptionKey: string) =>
  createDerivedSecrets({
    secretKey: 'another one that is long enough, too',
    encryptionKey,
    previousEncryptionKeys: [],
  });

describe('what is stored sealed', () => {
  it('is named by the noun that seals it, so that no rotation leaves it out', async () => {
    await storeEach();
    const declared = sealedColumns.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
    const places = new Set((await sealedTexts()).map(({ place }) => place));
    expect(declared).toEqual(expect.arrayContaining([...places]));
    expect([...places]).toEqual(expect.arrayContaining(['mailbox.imap_password', 'second_factor.pending_secret']));
    const sealing = globSync('features/**/*.ts', { cwd: source }).filter(
      (file) => !file.endsWith('.test.ts') && readFileSync(join(source, file), 'utf8').includes('secrets.seal('),
    );
    const naming = features.filter((feature) => 'sealed' in feature).map(({ name }) => name);
    expect(new Set(sealing.map((file) => file.split('/')[2]))).toEqual(new Set(naming));
  });

  it('is opened by the new key alone after a rotation, which finds nothing to do when it runs again', async () => {
    await storeEach();
    const texts = await sealedTexts();
    expect(texts.length).toBeGreaterThanOrEqual(6);
    const turned = await rotate(newKey!);
    expect(turned.words).toContain(`${texts.length} sealed anew, 0 unreadable`);
    expect(turned.code).toBe(0);
    const before = createDerivedSecrets(platform.config.secrets);
    const plain = texts.map(({ text, context }) => before.open(text, context));
    const anew = await sealedTexts();
    expect(anew.map(({ text, context }) => without(newKey!).open(text, context)).toSorted()).toEqual(plain.toSorted());
    expect((await rotate(newKey!)).words).toContain('0 sealed anew, 0 unreadable');
  });

  it('is sealed anew however many rows there are', async () => {
    const { workspaceId } = workspace;
    const texts = Array.from({ length: 1001 }, () => platform.app.ports.secrets.seal('answer', workspaceId));
    await owner.query(
      `insert into idempotency_record (workspace_id, id, key, procedure, request_hash, answer)
       select $1, gen_random_uuid(), 'many ' || at, 'x', 'x', text from unnest($2::text[]) with ordinality as t(text, at)`,
      [workspaceId, texts],
    );
    expect((await rotate(newKey!)).words).toContain('idempotency_record: 1001 sealed anew');
    const { rows } = await owner.query<{ answer: string }>(
      `select answer from idempotency_record where key like 'many %'`,
    );
    expect(new Set(rows.map(({ answer }) => without(newKey!).open(answer, workspaceId)))).toEqual(new Set(['answer']));
  });

  it('stays where no known key opens it, and the command fails, says so and does the others', async () => {
    await owner.query(`update mailbox set smtp_password = $1`, [
      createDerivedSecrets({ ...platform.config.secrets, encryptionKey: newest! }).seal('lost', workspace.workspaceId),
    ]);
    await storeEach();
    const turned = await rotate(newKey!);
    expect(turned.code).toBe(1);
    expect(turned.words).toMatch(/mailbox: \d+ sealed anew, \d+ that no known key opens/);
    expect(turned.words).toContain('PREVIOUS_ENCRYPTION_KEYS');
    const { code, words } = await rotate(newKey!, 'one that does not fit but is long', newest!);
    expect(words).toMatch(/ 0 unreadable$/m);
    expect(code).toBe(0);
  });
});
