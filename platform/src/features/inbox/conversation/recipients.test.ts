import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { person, stage, untouched, withHeader } from '../../../../test/fixture/received-mail.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string) => ({ cause: { code: name } });

describe('an answer goes to the one the thread is with', () => {
  it('when somebody else refers to our mail under their name, unless a person chooses the other address', async () => {
    const staged = await stage(platform);
    const { ingest, messageId, caller, one } = staged;
    const hijack = withHeader(
      'From',
      'Ana Ruiz <ana.ruiz@elsewhere.example>',
      person('Re: Offer', 'Please send it to my new account.', `References: <${messageId}>`),
    );
    const { conversationId } = await ingest(hijack);
    const id = toPublicId('conversation', conversationId!);
    const thread = await caller.conversations.get({ id });
    expect(thread.counterpart).toEqual({ name: '', address: 'ana@client.example' });
    expect(thread.messages.at(-1)!.from).toEqual({ name: 'Ana Ruiz', address: 'ana.ruiz@elsewhere.example' });
    expect(thread.recipients.map(({ address }) => address)).toEqual([
      'ana@client.example',
      'ana.ruiz@elsewhere.example',
    ]);
    const sent = await caller.conversations.reply({ id, text: 'Which account?' });
    expect(sent.to.map(({ address }) => address)).toEqual(['ana@client.example']);
    expect(sent.quoted).toBe('');
    await expect(caller.conversations.reply({ id, text: 'x', to: 'third@elsewhere.example' })).rejects.toMatchObject(
      code('conversation.recipient_not_offered'),
    );
    const chosen = await caller.conversations.reply({ id, text: 'Hello', to: 'Ana.Ruiz@elsewhere.example' });
    expect(chosen.to).toEqual([{ name: 'Ana Ruiz', address: 'ana.ruiz@elsewhere.example' }]);
    expect(
      await one(`select string_agg(to_address, ' ' order by created_at) from delivery where enrollment_id is null`),
    ).toBe('ana@client.example ana.ruiz@elsewhere.example');
  });

  it('and Reply-To is kept and offered, not followed', async () => {
    const { ingest, messageId, caller } = await stage(platform);
    const mail = withHeader(
      'Reply-To',
      'Desk <desk@client.example>',
      person('Re: Offer', 'Please write to the desk.', `In-Reply-To: <${messageId}>`),
    );
    const id = toPublicId('conversation', (await ingest(mail)).conversationId!);
    const thread = await caller.conversations.get({ id });
    expect(thread.messages.at(-1)!.replyTo).toEqual([{ name: 'Desk', address: 'desk@client.example' }]);
    expect(thread.recipients.map(({ address }) => address)).toEqual(['ana@client.example', 'desk@client.example']);
    expect((await caller.conversations.reply({ id, text: 'Hi' })).to[0]!.address).toBe('ana@client.example');
    const toDesk = await caller.conversations.reply({ id, text: 'Hi desk', to: 'desk@client.example' });
    expect(toDesk).toMatchObject({ to: [{ name: 'Desk', address: 'desk@client.example' }] });
    expect(toDesk.quoted).toContain('Please write to the desk.');
  });
});

describe('a person is the same', () => {
  it.each([
    ['ana@client.example', 'ana+work@client.example'],
    ['ana+list@client.example', 'ana@client.example'],
    ['ana+list@client.example', 'ana+work@client.example'],
  ])('as the suppression list has it: the lead %s answers from %s', async (known, from) => {
    const { ingest, state, scope, caller } = await stage(platform);
    await scope.write(({ sql }) => sql('update lead set email = $1', [known]));
    const { conversationId } = await ingest(
      withHeader('From', from, person('About your mail', 'Interested, call me.')),
    );
    expect(await state()).toMatchObject({ enrollment: 'replied', lead: 'replied' });
    const thread = await caller.conversations.get({ id: toPublicId('conversation', conversationId!) });
    expect(thread.lead?.email).toBe(known);
    expect(thread.recipients.map(({ address }) => address)).toEqual([known, from]);
  });

  it('only with the same name: a tag of another is another', async () => {
    const { ingest, state } = await stage(platform);
    await ingest(withHeader('From', 'anabel+x@client.example', person('Hello', 'Interested.')));
    expect(await state()).toEqual(untouched);
  });

  it('whose program left out the quotes around a comma', async () => {
    const { ingest, state, caller } = await stage(platform);
    await ingest(
      withHeader('From', 'Ruiz, Ana <ana@client.example>', person('About Tuesday', 'Please unsubscribe me.')),
    );
    expect(await state()).toMatchObject({ enrollment: 'unsubscribed', suppressed: 'unsubscribe' });
    expect((await caller.conversations.list({})).items[0]!.counterpart.name).toBe('Ruiz, Ana');
  });
});
