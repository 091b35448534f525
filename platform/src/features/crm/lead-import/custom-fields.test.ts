import { Readable } from 'node:stream';
import { fromPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { storeUpload } from '../upload/index.ts';
import { runImport } from './run-import.ts';

let platform: TestPlatform;
beforeAll(async () => void (platform = await startTestPlatform()));
afterAll(() => platform.stop());

describe('an import', () => {
  it('reads custom fields as what they hold, and rejects what is no value of theirs', async () => {
    const to = await platform.createWorkspace();
    const { customFields, leads } = to.caller;
    const options = [
      { id: 'small', label: 'Small team' },
      { id: 'large', label: 'Größe XL' },
    ];
    const types = ['number', 'date', 'boolean', 'url', 'money', 'choice', 'choices'] as const;
    for (const type of types)
      await customFields.create({ key: type, label: type, type, ...(type.startsWith('choice') && { options }) });
    const columns = ['email', ...types.map((type) => `custom.${type}`)];
    const content = [
      'email,number,date,boolean,url,money,choice,choices',
      'a@b.example,"12,5",2026-03-29,Yes,harbor.example,12.50 eur,SMALL TEAM,grosse xl; small',
      'b@b.example,many,,,,,,',
      'c@b.example,,29.3.2026,,,,,',
      'd@b.example,,,,,12.50,,',
      'e@b.example,,,,,,medium,',
    ].join('\n');
    const { id: uploadId } = await storeUpload(to.scope, Readable.from([Buffer.from(content)]), {
      fileName: 'leads.csv',
    });
    const { id } = await to.caller.leadImports.start({ uploadId, mapping: columns });
    await runImport(to.scope, fromPublicId('leadImport', id)!);
    const done = await to.caller.leadImports.get({ id });
    expect(done).toMatchObject({ state: 'completed', rows: { created: 1, rejected: 4 } });
    expect(done.rejected.map(({ code: why, field, value }) => [why, field, value])).toEqual([
      ['wrong_value', 'custom.number', 'many'],
      ['wrong_value', 'custom.date', '29.3.2026'],
      ['wrong_value', 'custom.money', '12.50'],
      ['wrong_value', 'custom.choice', 'medium'],
    ]);
    expect((await leads.list({})).items[0]?.custom).toEqual({
      number: 12.5,
      date: '2026-03-29',
      boolean: true,
      url: 'https://harbor.example',
      money: { amount: 1250, currency: 'EUR' },
      choice: 'small',
      choices: ['large', 'small'],
    });
  });
});
