import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPublicId } from '@tabard/contract';
import { newId } from '#kernel';
import { ThreadFailure } from '#threads';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { person, stage, untouched, withHeader } from '../../../../test/fixture/received-mail.ts';
import { readMailApart } from './read-mail-apart.ts';
import { takeMail, type ReadApart } from './take-mail.ts';

let platform: TestPlatform;
let owner: Client;
beforeAll(async () => {
  platform = await startTestPlatform();
  owner = new Client({ connectionString: platform.config.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await platform.stop();
});

const arrivedOf = (lines: string[], extra: { cut?: boolean; uid?: number } = {}) => ({
  uidValidity: '7',
  uid: extra.uid ?? 41,
  receivedAt: new Date(),
  fetch: async () => ({ raw: Buffer.from(lines.join('\r\n')), cut: extra.cut ?? false }),
});
/** Reads headers, and fails at mails as one does that takes too long. */
const failing: ReadApart = (raw, part, ms) =>
  part === 'headers'
    ? readMailApart(raw, part, ms)
    : Promise.reject(new ThreadFailure('deadline', 'The work took longer than 1 ms.'));
const never: ReadApart = () => new Promise(() => undefined);

async function staged() {
  const at = await stage(platform);
  const tries = async () => (await at.scope.read('select fetches, reads from mail_attempt'))[0];
  const place = async () => (await at.scope.read('select uid_validity, last_uid from mailbox'))[0];
  return { ...at, tries, place };
}

describe('a mail that is too large to be shown whole', () => {
  it.each([
    ['text', 'text/plain', 'word '.repeat(150_000)],
    ['html', 'text/html', `<p>${'word '.repeat(250_000)}</p>`],
    ['lines', 'text/plain', 'a\n'.repeat(120_000)],
  ])('says so, and can be downloaded: much %s', async (_what, type, words) => {
    const { scope, mailboxId, caller } = await staged();
    const large = withHeader('Content-Type', type, person('Re: Offer', words));
    await takeMail(scope, mailboxId, arrivedOf(large));
    const [summary] = (await caller.conversations.list({})).items;
    const { messages } = await caller.conversations.get({ id: summary!.id });
    expect(messages).toMatchObject([{ class: 'human', source: 'beginning' }]);
    const { size } = await caller.conversations.source({ id: messages[0]!.id });
    expect(size).toBe(large.join('\r\n').length);
  });
});

describe('a mail that cannot be read', () => {
  const hostile = person('Re: Offer', 'Nobody can read this.', `Date: ${new Date().toUTCString()}`);

  it('is tried twice, each time counted before it begins, then filed with its headers, and the reading goes on', async () => {
    const { scope, mailboxId, caller, tries, place } = await staged();
    const seen: unknown[] = [];
    const read: ReadApart = async (raw, part, ms) => {
      seen.push([part, await tries()]);
      return failing(raw, part, ms);
    };
    await takeMail(scope, mailboxId, arrivedOf(hostile), read);
    expect(seen).toEqual([
      ['mail', { fetches: 1, reads: 1 }],
      ['text', { fetches: 1, reads: 2 }],
      ['headers', { fetches: 1, reads: 3 }],
    ]);
    const [summary] = (await caller.conversations.list({ humanOnly: true })).items;
    expect(summary).toMatchObject({
      subject: 'Re: Offer',
      lastClass: 'unreadable',
      unread: true,
      question: 'unreadable',
    });
    const { messages } = await caller.conversations.get({ id: summary!.id });
    expect(messages).toMatchObject([
      { class: 'unreadable', from: { name: 'Ana Ruiz', address: 'ana@client.example' }, text: '', source: 'whole' },
    ]);
    const { content } = await caller.conversations.source({ id: messages[0]!.id });
    expect(Buffer.from(content, 'base64').toString()).toBe(hostile.join('\r\n'));
    expect(await tries()).toBeUndefined();
    expect(await place()).toEqual({ uid_validity: '7', last_uid: 41 });
  });

  it('pauses the campaigns of the lead who wrote it until a person decides', async () => {
    const { scope, mailboxId, state, caller } = await staged();
    await takeMail(scope, mailboxId, arrivedOf(hostile), failing);
    expect(await state()).toEqual({ ...untouched, enrollment: 'paused' });
    const [summary] = (await caller.conversations.list({})).items;
    await caller.conversations.decide({ id: summary!.id, decision: 'end' });
    expect(await state()).toMatchObject({ enrollment: 'replied', suppressed: undefined });
  });

  it('and ends the process is not tried for ever: the third start files it without reading', async () => {
    const { scope, mailboxId, one, tries } = await staged();
    // A process that ends in the middle leaves what it counted, and nothing else.
    for (const reads of [1, 2]) {
      void takeMail(scope, mailboxId, arrivedOf(hostile), never);
      await expect.poll(tries).toEqual({ fetches: reads, reads });
    }
    let read = 0;
    await takeMail(scope, mailboxId, arrivedOf(hostile), (raw, part, ms) => {
      if (part !== 'headers') read += 1;
      return failing(raw, part, ms);
    });
    expect(read).toBe(0);
    expect(await one('select class from message')).toBe('unreadable');
    expect(await tries()).toBeUndefined();
  });

  it('not even its headers, is filed all the same', async () => {
    const { scope, mailboxId, one, place } = await staged();
    const failsAtAll: ReadApart = () => Promise.reject(new ThreadFailure('memory', 'too much'));
    await takeMail(scope, mailboxId, arrivedOf(hostile), failsAtAll);
    expect(await one('select class from message')).toBe('unreadable');
    expect(await place()).toMatchObject({ last_uid: 41 });
  });

  /** Lets the database refuse rows of this workspace, as it refuses what does not fit a column. */
  const refuse = (workspaceId: string, table: string, which = 'true') =>
    owner.query(`
      create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused' using errcode = '22023'; end $$;
      create trigger "refuse_${newId()}" before insert or update on ${table} for each row
        when (new.workspace_id = '${workspaceId}' and ${which}) execute function refuse()`);

  it.each([
    ['what follows from it', 'enrollment', 'true', 'Re: Offer'],
    ['what its headers say', 'message', `new.subject <> ''`, ''],
  ])(
    'because the database refuses %s, is filed by itself, and the reading goes on',
    async (_, table, which, subject) => {
      const { scope, workspaceId, mailboxId, caller, tries, place } = await staged();
      await refuse(workspaceId, table, which);
      await takeMail(scope, mailboxId, arrivedOf(hostile));
      const [summary] = (await caller.conversations.list({ humanOnly: true })).items;
      expect(summary).toMatchObject({ subject, lastClass: 'unreadable', unread: true });
      const { messages } = await caller.conversations.get({ id: summary!.id });
      expect(messages).toMatchObject([{ class: 'unreadable', source: 'whole' }]);
      const { content } = await caller.conversations.source({ id: messages[0]!.id });
      expect(Buffer.from(content, 'base64').toString()).toBe(hostile.join('\r\n'));
      expect([await tries(), await place()]).toMatchObject([undefined, { last_uid: 41 }]);
    },
  );

  it('is passed over in no case: where the database keeps no mail at all, it waits', async () => {
    const { scope, workspaceId, mailboxId, tries, place, one } = await staged();
    await refuse(workspaceId, 'message', `new.from_name <> 'kept'`);
    for (let round = 0; round < 10; round += 1)
      await expect(takeMail(scope, mailboxId, arrivedOf(hostile))).rejects.toThrow('cannot be kept here');
    expect([await tries(), await place()]).toMatchObject([{ fetches: 0 }, { last_uid: 0 }]);
    await owner.query('drop function refuse() cascade');
    await takeMail(scope, mailboxId, arrivedOf(hostile));
    expect(await one('select subject from message')).toBe('Re: Offer');
  });

  it('because the database was away is no fault of the mail: the try is taken back', async () => {
    const { scope, mailboxId, tries, place } = await staged();
    const away: ReadApart = () => Promise.reject(Object.assign(new Error('terminated'), { code: '57P01' }));
    for (let round = 0; round < 4; round++)
      await expect(takeMail(scope, mailboxId, arrivedOf(hostile), away)).rejects.toThrow('terminated');
    expect(await tries()).toMatchObject({ reads: 0 });
    expect(await place()).toMatchObject({ last_uid: 0 });
    await takeMail(scope, mailboxId, arrivedOf(hostile));
    expect(await place()).toMatchObject({ last_uid: 41 });
  });
});

describe('a mail', () => {
  it('whose rich text cannot be made safe in time is shown by its words', async () => {
    const { scope, mailboxId, state, caller } = await staged();
    const html = person('Re: Offer', '<p>Yes, <b>gladly</b>.</p>').map((line) =>
      line.replace('text/plain', 'text/html'),
    );
    await takeMail(scope, mailboxId, arrivedOf(html), (raw, part, ms) =>
      part === 'mail' ? failing(raw, part, ms) : readMailApart(raw, part, ms),
    );
    expect(await state()).toMatchObject({ enrollment: 'replied' });
    const [summary] = (await caller.conversations.list({})).items;
    const { messages } = await caller.conversations.get({ id: summary!.id });
    expect(messages).toMatchObject([{ class: 'human', text: 'Yes, gladly.', html: null }]);
  });

  it('that breaks the connection at every fetch is filed without its words in the end', async () => {
    const { scope, mailboxId, one, place, tries } = await staged();
    const broken = { ...arrivedOf([]), fetch: () => Promise.reject(new Error('the connection was ended')) };
    let rounds = 0;
    while ((await place())?.['last_uid'] === 0 && rounds < 20) {
      rounds += 1;
      await takeMail(scope, mailboxId, broken).catch(() => undefined);
    }
    expect(rounds).toBe(9);
    expect(await one(`select count(*)::int from message where class = 'unreadable' and source_hash is null`)).toBe(1);
    expect(await tries()).toBeUndefined();
  });

  it('that was deleted meanwhile is passed over', async () => {
    const { scope, mailboxId, one, place } = await staged();
    await takeMail(scope, mailboxId, { ...arrivedOf([]), fetch: async () => null });
    expect(await one('select count(*)::int from message')).toBe(0);
    expect(await place()).toMatchObject({ last_uid: 41 });
  });

  it('that is too large is read from its beginning, and says so', async () => {
    const { scope, mailboxId, state, caller } = await staged();
    await takeMail(scope, mailboxId, arrivedOf(person('Re: Offer', 'Yes, see the film attached.'), { cut: true }));
    expect(await state()).toMatchObject({ enrollment: 'replied' });
    const [summary] = (await caller.conversations.list({})).items;
    const { messages } = await caller.conversations.get({ id: summary!.id });
    expect(messages).toMatchObject([{ text: 'Yes, see the film attached.', source: 'beginning' }]);
    const source = await caller.conversations.source({ id: messages[0]!.id, offset: 10 });
    expect(source.next).toBeNull();
    const id = toPublicId('message', '00000000-0000-7000-8000-000000000000');
    await expect(caller.conversations.source({ id })).rejects.toMatchObject({ cause: { code: 'message.not_found' } });
  });
});
