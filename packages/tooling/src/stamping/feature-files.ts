import type { NounForms } from './noun-forms.ts';

/** Every file of a thin feature that works: path from the root to its text. Shaped after `crm/lead`. */
export function featureFiles(noun: NounForms, area: string): Record<string, string> {
  const room = `platform/src/features/${area}/${noun.kebab}`;
  return {
    [`packages/contract/src/${area}/${noun.kebab}.ts`]: contract(noun),
    [`${room}/${noun.kebab}.entity.ts`]: entity(noun),
    [`${room}/${noun.kebab}-row.ts`]: row(noun),
    [`${room}/${noun.kebab}.router.ts`]: routerFile(noun),
    [`${room}/create-${noun.kebab}.ts`]: create(noun),
    [`${room}/get-${noun.kebab}.ts`]: get(noun),
    [`${room}/${noun.kebab}.test.ts`]: test(noun),
    [`${room}/index.ts`]: door(noun),
    [`docs-site/src/content/docs/concepts/${noun.kebab}.md`]: page(noun),
  };
}

const contract = ({ camel, pascal, words }: NounForms): string => `import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';

export const ${camel}Output = z.object({
  id: idOutput('${camel}'),
  name: z.string(),
  createdAt: z.iso.datetime(),
});
export const ${camel}GetInput = z.strictObject({ id: idInput('${camel}') });
export const ${camel}CreateInput = z.strictObject({ name: z.string().trim().min(1).max(200) });

/** A ${words} as callers see it. */
export type ${pascal} = z.infer<typeof ${camel}Output>;
`;

const entity = ({
  pascal,
  snake,
  words,
}: NounForms): string => `import { defineEntity, p, tenantKey, tenantPolicies, timestamps } from '#kernel';

/** TODO: what a ${words} is, in one sentence. */
export const ${pascal}Schema = defineEntity({
  name: '${pascal}',
  tableName: '${snake}',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('${snake}'),
  properties: {
    ...tenantKey(),
    name: p.string().length(200),
    ...timestamps(),
  },
});
`;

const row = ({
  camel,
  pascal,
  words,
}: NounForms): string => `import { toPublicId, type ${pascal} } from '@tabard/contract';

/** A ${words} as SQL gives it. */
export interface ${pascal}Row {
  id: string;
  name: string;
  created_at: Date;
}

/** The columns of a \`${pascal}Row\`. */
export const ${camel}Columns = 'id, name, created_at';

/** A ${words} as callers see it. */
export function shape${pascal}(row: ${pascal}Row): ${pascal} {
  return { id: toPublicId('${camel}', row.id), name: row.name, createdAt: row.created_at.toISOString() };
}
`;

const routerFile = ({
  camel,
  pascal,
  snake,
  kebab,
  words,
}: NounForms): string => `import { ${camel}CreateInput, ${camel}GetInput, ${camel}Output } from '@tabard/contract';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { create${pascal} } from './create-${kebab}.ts';
import { get${pascal} } from './get-${kebab}.ts';

export const ${camel}Router = router({
  /** Gets one ${words}. */
  get: workspaceQuery({ permission: '${snake}.read', input: ${camel}GetInput, output: ${camel}Output, act: get${pascal} }),
  /** Adds one ${words}. */
  create: workspaceMutation({ permission: '${snake}.write', input: ${camel}CreateInput, output: ${camel}Output, act: create${pascal} }),
});
`;

const create = ({
  camel,
  pascal,
  kebab,
  snake,
  words,
}: NounForms): string => `import type { ${pascal}, ${camel}CreateInput } from '@tabard/contract';
import type { z } from 'zod';
import { newId, type WriteScope } from '#kernel';
import { ${camel}Columns, shape${pascal}, type ${pascal}Row } from './${kebab}-row.ts';

/** Adds one ${words}. */
export async function create${pascal}(scope: WriteScope, input: z.output<typeof ${camel}CreateInput>): Promise<${pascal}> {
  const rows = await scope.sql<${pascal}Row>(
    \`insert into ${snake} (workspace_id, id, name) values ($1, $2, $3) returning \${${camel}Columns}\`,
    [scope.workspaceId, newId(), input.name],
  );
  return rows.map(shape${pascal})[0] as ${pascal}; // an insert without conflict returns its row
}
`;

const get = ({
  camel,
  pascal,
  kebab,
  snake,
  words,
}: NounForms): string => `import type { ${pascal} } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { ${camel}Columns, shape${pascal}, type ${pascal}Row } from './${kebab}-row.ts';

/** One ${words}. */
export async function get${pascal}(scope: ReadScope, { id }: { id: string }): Promise<${pascal}> {
  const [row] = await scope.read<${pascal}Row>(
    \`select \${${camel}Columns} from ${snake} where workspace_id = $1 and id = $2\`,
    [scope.workspaceId, id],
  );
  return row ? shape${pascal}(row) : fail('${snake}.not_found');
}
`;

const test = ({
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
});
`;

const door = ({ camel, pascal, kebab, words }: NounForms): string => `import { defineFeature } from '#kernel';
import { ${pascal}Schema } from './${kebab}.entity.ts';
import { ${camel}Router } from './${kebab}.router.ts';

/** The ${words} feature. */
export const ${camel}Feature = defineFeature({ name: '${kebab}', entities: [${pascal}Schema], router: ${camel}Router });

export { ${camel}Router, ${pascal}Schema };
`;

const page = ({ pascal, words, plural }: NounForms): string => `---
title: ${pascal}
description: TODO what a ${words} is and what it is for.
---

TODO what a ${words} is, when one makes it, and what happens to it.

\`\`\`ts
const made = await client.${plural}.create({ name: 'First' });
\`\`\`
`;
