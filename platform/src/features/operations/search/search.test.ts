import { foldText } from '@tabard/contract/filters';
import type { Permission } from '@tabard/contract/permissions';
import type { SearchHit } from '@tabard/contract/operations/search';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appRouter, features } from '#features';
import { newId, sweepTable, type Feature } from '#kernel';
import { plantCrew, startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { stageUnlooked } from '../../../../test/faults/stage-work.ts';
import { keepIndex } from './keep-index.ts';
import { wordsOf } from './search-words.ts';

let platform: TestPlatform;
let workspace: TestWorkspace;
let caller: TestWorkspace['caller'];
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  workspace = await platform.createWorkspace();
  ({ caller } = workspace);
});

const keep = (of = workspace) => keepIndex(of.scope);
const search = async (text: string, of = workspace) => {
  await keep(of);
  return of.caller.search.query({ text });
};
const titles = async (text: string, of = workspace) => (await search(text, of)).items.map(({ title }) => title.text);
const said = ({ text, marks }: SearchHit['title']) => marks.map(([at, length]) => text.slice(at, at + length));
const lead = (email: string, firstName: string, lastName: string, more: object = {}) =>
  caller.leads.create({ email, firstName, lastName, ...more });
const allowed = (...granted: Permission[]) =>
  appRouter.createCaller({
    app: platform.app,
    requestId: 'test',
    principal: { ...workspace.principal, permissions: new Set<Permission>(['workspace.read', ...granted]) },
    workspaceId: workspace.workspaceId,
    ip: '127.0.0.1',
    idempotencyKey: null,
  });

describe('the search', () => {
  it('finds records of every noun by what they say, and says what each is', async () => {
    const { id: leadId } = await lead('ines@harbor.example', 'Ines', 'Kontor');
    await caller.companies.create({ name: 'Kontor GmbH', domains: ['kontor.example'] });
    const { items: pipelines } = await caller.pipelines.list({});
    const pipelineId = pipelines[0]?.id ?? (await caller.pipelines.create({ name: 'Sales' })).id;
    const deal = await caller.deals.create({ title: 'Kontor lease', pipelineId });
    await caller.campaigns.create({ name: 'Kontor launch' });
    await caller.templates.create({ name: 'First', subject: 'Your Kontor', body: '<p>Good day</p>' });
    await caller.notes.create({ subject: { noun: 'lead', id: leadId }, text: 'Met at the Kontor in May' });
    await caller.tasks.create({ title: 'Visit Kontor', subject: { noun: 'lead', id: leadId } });
    const { items } = await search('kontor');
    const { items: counts } = await caller.search.counts({ text: 'kontor' });
    expect(items.map(({ noun }) => noun).toSorted()).toEqual(
      ['campaign', 'company', 'deal', 'lead', 'note', 'task', 'template'].toSorted(),
    );
    expect(counts.filter(({ count }) => count === 1)).toHaveLength(7);
    expect(items.find(({ noun }) => noun === 'note')).toMatchObject({ on: { noun: 'lead', id: leadId } });
    const subject = { noun: 'deal', id: deal.id } as const;
    await caller.notes.create({ subject, text: 'Waits for Zollamt' });
    await caller.tasks.create({ subject, title: 'Call Zollamt' });
    const about = (await search('zollamt')).items;
    expect(about.map(({ noun, on }) => ({ noun, on }))).toEqual(
      expect.arrayContaining([
        { noun: 'note', on: subject },
        { noun: 'task', on: subject },
      ]),
    );
    expect(about.find(({ noun }) => noun === 'note')?.title.text).toBe('Kontor lease');
    expect(about.find(({ noun }) => noun === 'task')?.hint?.text).toBe('Kontor lease');
  });

  it('finds files by their names, with the record that they are kept with, and none in the bin', async () => {
    await stageUnlooked(workspace);
    // The address of its lead is made of random letters, some of which the name of the file begins with.
    const found = async () => (await search('a.txt')).items.filter(({ noun }) => noun === 'file');
    const items = await found();
    expect(items).toMatchObject([{ title: { text: 'a.txt' }, on: { noun: 'lead' } }]);
    await caller.files.archive({ ids: items.map(({ id }) => id) });
    expect(await found()).toEqual([]);
  });

  it('wants every word, in any order, case and spelling of accents, and takes the last for a beginning', async () => {
    await lead('a@one.example', 'Zoë', 'Müller');
    await lead('b@two.example', 'Zoe', 'Meyer');
    expect(await titles('muller ZOE')).toEqual(['Zoë Müller']);
    expect((await titles('zoe m')).toSorted()).toEqual(['Zoe Meyer', 'Zoë Müller']);
    expect(await titles('zoe mü')).toEqual(['Zoë Müller']);
    expect(await titles('zo ')).toEqual([]);
    expect(await titles('nobody zoe')).toEqual([]);
  });

  it('finds an address as it is written, and a name of a host without its ending', async () => {
    await lead('mia.brandt@acme.example', 'Mia', 'Brandt');
    for (const text of ['mia.brandt@acme.example', 'acme.example', 'brandt@acme', 'acme.com'])
      expect(await titles(text)).toEqual(['Mia Brandt']);
  });

  it('finds a word with one wrong letter, and a long one with two, and no short one', async () => {
    await lead('a@x.example', 'Katharina', 'Hoffmann');
    for (const text of ['hofmann', 'hoffmnan', 'hoffmaxn', 'xoffmann', 'katherina', 'khatarina', 'katahrinna'])
      expect(await titles(text), text).toEqual(['Katharina Hoffmann']);
    await lead('b@x.example', 'Mia', 'Roth');
    expect(await titles('mio ')).toEqual([]);
    const { items } = await search('hofmann');
    expect(items[0]).toMatchObject({ match: 'typo' });
    expect(said(items[0]!.title)).toEqual(['Hoffmann']);
  });

  it('ranks a whole word before a beginning before a misspelling, names before texts, and newer before older', async () => {
    const { id } = await lead('a@x.example', 'Old', 'Marten');
    await lead('b@x.example', 'New', 'Marten');
    await lead('c@x.example', 'Any', 'Martens');
    await lead('d@x.example', 'Their', 'Boss', { company: 'Marten' });
    await caller.notes.create({ subject: { noun: 'lead', id }, text: 'Ask Marten' });
    expect(await titles('marten')).toEqual(['New Marten', 'Old Marten', 'Their Boss', 'Old Marten', 'Any Martens']);
    expect((await search('marten')).items.map(({ match }) => match)).toEqual([
      'exact',
      'exact',
      'exact',
      'exact',
      'prefix',
    ]);
  });

  it('marks what was found by its place, and shows the piece of a text around it', async () => {
    const { id } = await lead('ines@harbor.example', 'Ines', 'Ruiz', { city: 'São Paulo' });
    const text = `${'Nothing to see here. '.repeat(30)}The Überseequartier opens in May. ${'More of the same. '.repeat(30)}`;
    await caller.notes.create({ subject: { noun: 'lead', id }, text });
    const [note] = (await search('ubersee')).items;
    expect(note!.fragments).toHaveLength(1);
    expect(said(note!.fragments[0]!)).toEqual(['Übersee']);
    expect(note!.fragments[0]!.text.length).toBeLessThan(200);
    const [found] = (await search('sao')).items;
    expect(found!.fragments).toMatchObject([{ field: 'city', text: 'São Paulo' }]);
    expect(said(found!.fragments[0]!)).toEqual(['São']);
  });

  it('finds nothing of other workspaces, and only nouns that the caller may read', async () => {
    await lead('a@x.example', 'Secret', 'Person');
    await caller.campaigns.create({ name: 'Secret plan' });
    const stranger = await platform.createWorkspace();
    await keep(stranger);
    expect(await titles('secret', stranger)).toEqual([]);
    expect((await stranger.caller.search.suggest({ text: 'secr' })).items).toEqual([]);
    await keep();
    const { items } = await allowed('campaign.read').search.query({ text: 'secret' });
    const { items: counts } = await allowed('campaign.read').search.counts({ text: 'secret' });
    expect(items.map(({ noun }) => noun)).toEqual(['campaign']);
    expect(counts).toEqual([{ noun: 'campaign', count: 1, isCut: false }]);
    expect(await allowed().search.query({ text: 'secret' })).toMatchObject({ items: [] });
    expect(await allowed().search.counts({ text: 'secret' })).toMatchObject({ items: [] });
    await expect(allowed().search.rebuild({})).rejects.toMatchObject({ cause: { code: 'auth.permission_denied' } });
    expect((await caller.search.query({ text: 'secret', nouns: ['lead'] })).items).toHaveLength(1);
  });

  it('finds conversations by their mails, as soon as those say something else, and none that was set aside', async () => {
    const owner = new pg.Client({ connectionString: platform.config.database.url });
    await owner.connect();
    const [id, mailboxId] = [newId(), newId()];
    // Without the mailbox that they would be of, and unnoticed.
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `insert into conversation (workspace_id, id, mailbox_id, counterpart_address, subject, last_class, last_message_at)
       values ($1, $2, $3, 'ada@client.example', 'Return legs', 'human', now())`,
      [workspace.workspaceId, id, mailboxId],
    );
    await owner.query(
      `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, from_address, recipients, subject, text, sent_at)
       values ($1, $2, $3, $4, 'in', 'received', 'human', 'a@b', 'ada@client.example', '[]', 'Return legs', 'Please send rates', now())`,
      [workspace.workspaceId, newId(), id, mailboxId],
    );
    await owner.end();
    expect(await titles('rates')).toEqual(['ada@client.example']);
    await workspace.scope.write(({ sql }) => sql(`update message set text = 'Please send a contract'`));
    expect(await titles('rates')).toEqual([]);
    expect((await search('contract')).items).toMatchObject([
      { noun: 'conversation', fragments: [{ field: 'messages' }] },
    ]);
    await workspace.scope.write(({ sql }) => sql(`update conversation set state = 'aside'`));
    expect(await titles('contract')).toEqual([]);
  });

  it('finds a change by its new words and not by its old ones, whoever makes it', async () => {
    const { id } = await lead('a@x.example', 'Before', 'Then');
    expect(await titles('before')).toEqual(['Before Then']);
    await caller.leads.update({ id, firstName: 'After' });
    expect(await titles('after')).toEqual(['After Then']);
    expect(await titles('before')).toEqual([]);
    await workspace.scope.write(({ sql }) => sql(`update lead set first_name = 'Sideways' where first_name = 'After'`));
    expect(await titles('sideways')).toEqual(['Sideways Then']);
  });

  it('tells the name of the record that a note or a task is on only to who may read that', async () => {
    const { id } = await lead('ines@harbor.example', 'Ines', 'Kontor');
    const subject = { noun: 'lead' as const, id };
    await caller.notes.create({ subject, text: 'Send the offer' });
    await caller.tasks.create({ title: 'Offer', subject });
    await keep();
    const told = async (...granted: Permission[]) =>
      JSON.stringify((await allowed('note.read', 'task.read', ...granted).search.query({ text: 'offer' })).items);
    expect(await told()).not.toContain('Kontor');
    expect((await told('lead.read')).match(/Kontor/g)).toHaveLength(2);
  });

  it('shows that somebody is mentioned in a note, and not by which id', async () => {
    const { id } = await lead('ines@harbor.example', 'Ines', 'Kontor');
    await plantCrew(platform, workspace, { Uma: 'outreach_specialist' });
    const [one] = (await caller.notes.people({})).items;
    await caller.notes.create({ subject: { noun: 'lead', id }, text: `@[${one!.id}], send the offer` });
    const told = JSON.stringify((await search('offer')).items);
    expect(told).not.toContain(one!.id);
    expect(told).toContain('@…, send the ');
    expect(await titles(one!.id)).toEqual([]);
  });

  it('marks archived records, and forgets deleted ones with their words', async () => {
    const { id } = await lead('a@x.example', 'Gone', 'Soon');
    const { id: noteId } = await caller.notes.create({ subject: { noun: 'lead', id }, text: 'Gone fishing' });
    await caller.leads.archive({ ids: [id] });
    const { items } = await search('gone');
    expect(items.find(({ noun }) => noun === 'lead')?.archivedAt).not.toBeNull();
    expect((await caller.search.suggest({ text: 'soon' })).items).toEqual([]);
    await caller.notes.archive({ ids: [noteId] });
    expect((await search('fishing')).items).toEqual([]);
    await workspace.scope.write(({ sql }) => sql(`update note set archived_at = now() - interval '40 days'`));
    for (const { retention } of features as readonly Feature[])
      for (const one of retention ?? []) if (one.table === 'note') await sweepTable(platform.app, one);
    await workspace.scope.write(({ sql }) => sql('delete from lead'));
    expect((await search('gone')).items).toEqual([]);
    for (const table of ['search_posting', 'search_document', 'search_word', 'search_change'])
      expect(await workspace.scope.read(`select * from ${table}`), table).toEqual([]);
  });

  it('finds of two merged leads the one that stays', async () => {
    const { id } = await lead('a@x.example', 'Twin', 'One');
    const { id: otherId } = await lead('b@x.example', 'Twin', 'Two');
    expect(await titles('twin')).toHaveLength(2);
    await caller.leadMerges.merge({ id, otherId });
    expect((await search('twin')).items.map((hit) => hit.id)).toEqual([id]);
  });

  it('is paged through its best hits, each once, and counts up to a bound', async () => {
    await workspace.scope.write(({ sql, workspaceId }) =>
      sql(
        `insert into lead (workspace_id, id, email, first_name, status, source)
         select $1, gen_random_uuid(), i || '@x.example', 'Crowd', 'new', 'api' from generate_series(1, 1200) i`,
        [workspaceId],
      ),
    );
    await keep();
    expect((await caller.search.counts({ text: 'crowd' })).items).toContainEqual({
      noun: 'lead',
      count: 1000,
      isCut: true,
    });
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await caller.search.query({
        text: 'crowd',
        limit: 50,
        ...(cursor && { cursor }),
      });
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.size).toBe(200);
  });

  it('refuses a text without words, and a cursor of something else', async () => {
    await expect(caller.search.query({ text: '?!' })).rejects.toMatchObject({ cause: { code: 'search.no_words' } });
    await expect(caller.search.suggest({ text: '…' })).rejects.toMatchObject({ cause: { code: 'search.no_words' } });
    await expect(caller.search.query({ text: 'a', cursor: 'nonsense' })).rejects.toMatchObject({
      cause: { code: 'request.invalid' },
    });
    expect((await search(`'); drop table lead; -- % _ \\`)).items).toEqual([]);
  });

  it('takes texts apart as the database does, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
        async (text) => {
          const [row] = await workspace.scope.read<{ words: string[]; folded: string }>(
            'select search_words($1) as words, fold_text($1) as folded',
            [text],
          );
          if (row!.folded !== foldText(text)) return; // a letter that only one of both knows
          expect([...row!.words].toSorted()).toEqual([...new Set(wordsOf(text))].toSorted());
        },
      ),
      { numRuns: 300 },
    );
  });
});
