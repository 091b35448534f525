import { Readable } from 'node:stream';
import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { memberIn } from '../../../../test/fixture/member-in.ts';
import { storeUpload } from '../upload/index.ts';
import { runImport } from './run-import.ts';

let platform: TestPlatform;
beforeAll(async () => void (platform = await startTestPlatform()));
afterAll(() => platform.stop());

describe('a file', () => {
  it('fills what is known of a lead besides, and refuses what is no value of it', async () => {
    const to = await platform.createWorkspace();
    const address = `${newId()}@here.example`;
    const ownerId = await memberIn(platform, to, address);
    const content = [
      'Email,Owner,Score,Lifecycle,Legal basis,Consent date,Other emails,Phone,Country,Other phones,Profiles,Zip,Locale',
      `a@b.example,${address.toUpperCase()},80,Former customer,Legitimate interest,2026-02-03,a@b.example; A2@b.example,020 123 4567,NL,030 1234567|+49 30 1,https://x.example/a,1011 AB,pt-br`,
      'b@b.example,nobody@here.example,,,,,,,,,,,',
      'c@b.example,,101,,,,,,,,,,',
      'd@b.example,,,friend,,,,,,,,,',
      'e@b.example,,,,,31.3.2026,,,,,,,',
      'f@b.example,,,,,,not an address,,,,,,',
      'g@b.example,,,,,,,,,,,,nonsense!',
    ].join('\n');
    const { id: uploadId } = await storeUpload(to.scope, Readable.from([Buffer.from(content)]), {
      fileName: 'leads.csv',
    });
    const { columns } = await to.caller.leadImports.inspect({ uploadId });
    const mapping = columns.map(({ suggestion }) => suggestion);
    const { id } = await to.caller.leadImports.start({ uploadId, mapping });
    await runImport(to.scope, fromPublicId('leadImport', id)!);
    const done = await to.caller.leadImports.get({ id });
    expect(done.rejected.map(({ code: why, field }) => [why, field])).toEqual([
      ['wrong_value', 'owner_id'],
      ['wrong_value', 'score'],
      ['wrong_value', 'lifecycle'],
      ['wrong_value', 'lawful_basis_at'],
      ['wrong_value', 'emails'],
      ['wrong_value', 'language'],
    ]);
    const [lead] = (await to.caller.leads.list({})).items;
    expect(lead).toMatchObject({
      ownerId,
      score: 80,
      lifecycle: 'former_customer',
      lawfulBasis: 'legitimate_interest',
      lawfulBasisAt: '2026-02-03T00:00:00.000Z',
      emails: [{ email: 'a2@b.example' }],
      phoneNormal: '+31201234567',
      phones: [{ normal: '+31301234567' }, { number: '+49 30 1' }],
      profiles: ['https://x.example/a'],
      postalCode: '1011 AB',
      language: 'pt-BR',
    });
    // A file that says nothing of them leaves them as they are.
    const again = await storeUpload(to.scope, Readable.from([Buffer.from('email,city\na@b.example,Venlo\n')]), {
      fileName: 'leads.csv',
    });
    const update = await to.caller.leadImports.start({
      uploadId: again.id,
      mapping: ['email', 'city'],
      duplicates: 'update',
    });
    await runImport(to.scope, fromPublicId('leadImport', update.id)!);
    const { updatedAt: _, ...known } = lead!;
    expect((await to.caller.leads.list({})).items[0]).toMatchObject({ ...known, city: 'Venlo' });
  });
});
