import { toSay, type NounForms } from './noun-forms.ts';

/** Every file of a noun on the platform: path from the root to its text. Shaped after `outreach/template`. */
export function featureFiles(noun: NounForms, area: string): Record<string, string> {
  const room = `platform/src/features/${area}/${noun.kebab}`;
  return {
    [`packages/contract/src/${area}/${noun.kebab}.ts`]: contract(noun),
    [`${room}/${noun.kebab}.entity.ts`]: entity(noun, area),
    [`${room}/${noun.kebab}.router.ts`]: routerFile(noun),
    [`${room}/seed-${noun.pluralKebab}.ts`]: seed(noun),
    [`${room}/${noun.kebab}.test.ts`]: test(noun),
    [`${room}/index.ts`]: entryPoint(noun),
    [`docs-site/src/content/docs/concepts/${noun.kebab}.md`]: page(noun),
  };
}

const contract = ({ camel, pascal, words }: NounForms): string => `import type { z } from 'zod';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** ${toSay(`what a ${words} is`)} */
export const ${camel}Noun = describeNoun('${camel}', {
  name: field.text({ label: 'Name', min: 1, max: 200, search: true, sort: true }),
});
export const ${camel}Output = ${camel}Noun.output;

/** A ${words} as callers see it. */
export type ${pascal} = z.infer<typeof ${camel}Output>;
`;

const entity = (
  { camel, pascal, kebab, plural, words, pluralWords }: NounForms,
  area: string,
): string => `import { ${camel}Noun } from '@tabard/contract/${area}/${kebab}';
import { listIndexes, storeOf, tableOf } from '#kernel';

/** ${toSay(`what a ${words} is`)} */
export const ${pascal}Schema = tableOf(${camel}Noun, { indexes: listIndexes(${camel}Noun) });

/** Where ${pluralWords} are kept. */
export const ${plural} = storeOf(${camel}Noun, ${pascal}Schema, { alias: 't' });
`;

const routerFile = ({
  camel,
  kebab,
  plural,
  words,
  pluralWords,
}: NounForms): string => `import { archiveOf, countOf, createOf, getOf, listOf, restoreOf, router, updateOf } from '#kernel';
import { ${plural} } from './${kebab}.entity.ts';

export const ${camel}Router = router({
  /** Lists ${pluralWords}, newest first unless told otherwise. */
  list: listOf(${plural}, { inOrder: true }),
  /** Counts the ${pluralWords} that a filter takes. */
  count: countOf(${plural}),
  /** Gets one ${words}. */
  get: getOf(${plural}),
  /** Adds one ${words}. */
  create: createOf(${plural}),
  /** Changes the given fields of a ${words}. */
  update: updateOf(${plural}),
  /** Takes up to 1,000 ${pluralWords} out of lists. */
  archive: archiveOf(${plural}),
  /** Brings archived ${pluralWords} back. */
  restore: restoreOf(${plural}),
});
`;

const seed = ({
  kebab,
  plural,
  pascalPlural,
  words,
  pluralWords,
}: NounForms): string => `import { insertOne, type CallScope } from '#kernel';
import { ${plural} } from './${kebab}.entity.ts';

/** The ${pluralWords} of the demo. */
export const seed${pascalPlural} = (scope: CallScope): Promise<void> =>
  scope.write(async (writing) => {
    for (const name of ['First ${words}', 'Second ${words}', 'Third ${words}']) await insertOne(${plural}, writing, { name });
  });
`;

const test = ({
  camel,
  plural,
  pluralWords,
  snake,
}: NounForms): string => `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('${pluralWords}', () => {
  it('come back as they were written, in their own workspace only', async () => {
    const { caller } = await platform.createWorkspace();
    const written = await caller.${plural}.create({ name: 'First' });
    expect(await caller.${plural}.get({ id: written.id })).toEqual(written);
    const stranger = await platform.createWorkspace();
    await expect(stranger.caller.${plural}.get({ id: written.id })).rejects.toMatchObject({
      cause: { code: '${snake}.not_found' },
    });
  });

  it('are listed, searched, archived and restored, and say so', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const [first, second] = [
      await caller.${plural}.create({ name: 'First' }),
      await caller.${plural}.create({ name: 'Second' }),
    ];
    const names = async (filter: { search?: string; archived?: boolean }) =>
      (await caller.${plural}.list({ filter, sort: 'name', direction: 'asc' })).items.map(({ name }) => name);
    expect(await names({ search: 'FIR' })).toEqual(['First']);
    await caller.${plural}.update({ id: second.id, name: 'Other' });
    await caller.${plural}.archive({ ids: [first.id] });
    expect(await names({})).toEqual(['Other']);
    expect(await names({ archived: true })).toEqual(['First']);
    await caller.${plural}.restore({ ids: [first.id] });
    expect(await caller.${plural}.count({})).toEqual({ count: 2 });
    const events = await scope.read<{ type: string; data: { ${camel}Id: string } }>('select type, data from event order by id');
    expect(events.map(({ type }) => type)).toEqual(
      ['created', 'created', 'updated', 'archived', 'restored'].map((verb) => \`${snake}.\${verb}\`),
    );
    expect(events.at(-1)?.data.${camel}Id).toBe(first.id);
  });
});
`;

const entryPoint = ({
  camel,
  pascal,
  pascalPlural,
  pluralKebab,
  kebab,
  plural,
}: NounForms): string => `import { defineFeature } from '#kernel';
import { ${plural}, ${pascal}Schema } from './${kebab}.entity.ts';
import { ${camel}Router } from './${kebab}.router.ts';
import { seed${pascalPlural} } from './seed-${pluralKebab}.ts';

/** ${toSay('what this feature gives')} */
export const ${camel}Feature = defineFeature({
  name: '${kebab}',
  entities: [${pascal}Schema],
  router: ${camel}Router,
  seed: seed${pascalPlural},
});

export { ${camel}Router, ${plural} };
`;

const page = ({ pascal, words, plural }: NounForms): string => `---
title: ${pascal}
description: '${toSay(`what a ${words} is and what it is for`)}'
---

${toSay(`what a ${words} is, when one makes it, and what happens to it`)}

\`\`\`ts
const made = await client.${plural}.create({ name: 'First' });
for await (const one of client.${plural}.list({ filter: { search: 'first' } })) console.log(one.name);
\`\`\`
`;
