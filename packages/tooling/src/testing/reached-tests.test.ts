import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportGraph } from './import-graph.ts';
import { reachedTests } from './reached-tests.ts';

/** A small house with the registries of the real one. */
const files = {
  'packages/contract/package.json':
    '{ "name": "@tabard/contract", "exports": { ".": "./src/index.ts", "./*": "./src/*.ts" } }',
  'packages/contract/src/index.ts': `export { code } from './code.ts';`,
  'packages/contract/src/code.ts': 'export const code = 1;',
  'packages/email/package.json': '{ "name": "@tabard/email", "exports": { ".": "./src/index.ts" } }',
  'packages/email/src/index.ts': `export { parse } from './parse.ts'; export { quote } from './quote.ts';`,
  'packages/email/src/parse.ts': 'export const parse = 1;',
  'packages/email/src/quote.ts': 'export const quote = 1;',
  'packages/email/test/parse.test.ts': `import { parse } from '@tabard/email';`,
  'packages/email/test/quote.test.ts': `import { quote } from '@tabard/email';`,
  'platform/package.json': '{ "name": "@tabard/platform", "imports": { "#features/*": "./src/features/*/index.ts" } }',
  'platform/src/features/router.ts': `import { leadRouter } from './crm/lead/index.ts';
import { mailboxRouter } from './outreach/mailbox/index.ts';
export const appRouter = router({
  leads: leadRouter,
  mailboxes: mailboxRouter,
});`,
  'platform/src/features/crm/lead/index.ts': `export { leadRouter } from './lead.router.ts';`,
  'platform/src/features/crm/lead/lead.router.ts': `import { code } from '@tabard/contract/code'; export const leadRouter = code;`,
  'platform/src/features/crm/lead/lead.test.ts': `import { start } from '../../../../test/fixture/index.ts'; start().caller.leads.list();`,
  'platform/src/features/outreach/mailbox/index.ts': `import type { Lead } from '#features/crm/lead'; export const mailboxRouter = 2;`,
  'platform/src/features/outreach/mailbox/mailbox.test.ts': `import { start } from '../../../../test/fixture/index.ts'; start().caller.mailboxes.list();`,
  'platform/migrations/0001-first.ts': 'export class First {}',
  'platform/test/fixture/index.ts': `import { appRouter } from '../../src/features/router.ts'; export const start = () => appRouter;`,
  'platform/test/isolation/procedures.test.ts': `import { appRouter } from '../../src/features/router.ts'; look(appRouter);`,
  'platform/test/faults/crash.test.ts': `spawn(join(import.meta.dirname, 'worker.ts'));`,
  'platform/test/faults/worker.ts': 'run();',
  'widgets/package.json': '{ "name": "@tabard/widgets" }',
  'widgets/src/core/widget-loaders.ts': `export const widgetLoaders = {
  'lead-table': () => import('../crm/lead-table/lead-table.ts'),
  inbox: () => import('../inbox/inbox/inbox.ts'),
};`,
  'widgets/src/crm/lead-table/lead-table.ts': `import '../../kit/badge.ts';`,
  'widgets/src/inbox/inbox/inbox.ts': '',
  'widgets/src/kit/badge.ts': '',
  'widgets/test/stage.ts': `import '../src/core/widget-loaders.ts';`,
  'widgets/test/stories/lead-table.stories.ts': `import '../stage.ts'; usualStories('lead-table');`,
  'widgets/test/stories/inbox.stories.ts': `import '../stage.ts'; usualStories('inbox');`,
  'widgets/test/walk/walk-stories.ts': '',
};
const tests = Object.keys(files).filter((path) => /\.(test|stories)\.ts$/.test(path));
const root = mkdtempSync(join(tmpdir(), 'reached-'));
const reached = (...changed: string[]): string[] => reachedTests(new ImportGraph(root), tests, changed);
const lead = 'platform/src/features/crm/lead/lead.test.ts';
const isolation = 'platform/test/isolation/procedures.test.ts';

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a change reaches', () => {
  it('the tests of a noun that name it, and those of the whole system', () => {
    expect(reached('platform/src/features/crm/lead/lead.router.ts')).toEqual([lead, isolation]);
  });

  it('who imports it from another package, but not who only takes types from there', () => {
    expect(reached('packages/contract/src/code.ts')).toEqual([lead, isolation]);
    expect(reached('packages/contract/src/index.ts')).toEqual([]);
  });

  it('through an entry point only who asks for what is behind it, and all of them when the entry point itself changes', () => {
    expect(reached('packages/email/src/parse.ts')).toEqual(['packages/email/test/parse.test.ts']);
    expect(reached('packages/email/src/index.ts')).toEqual(tests.filter((path) => path.startsWith('packages/email/')));
  });

  it('the tests of an element that show it, through what it is made of', () => {
    expect(reached('widgets/src/kit/badge.ts')).toEqual(['widgets/test/stories/lead-table.stories.ts']);
  });

  it('a test that starts the file as a program', () => {
    expect(reached('platform/test/faults/worker.ts')).toEqual(['platform/test/faults/crash.test.ts']);
  });

  it('the stories of which it is a reviewed picture', () => {
    expect(reached('widgets/test/screenshots/inbox/empty.png')).toEqual(['widgets/test/stories/inbox.stories.ts']);
  });

  it('the whole package when nobody is seen to need it', () => {
    const ofPlatform = tests.filter((path) => path.startsWith('platform/'));
    expect(reached('platform/migrations/0001-first.ts')).toEqual(ofPlatform);
    expect(reached('platform/src/mail.txt')).toEqual(ofPlatform);
  });

  it('everything when it decides how tests run, and nothing when it is words', () => {
    expect(reached('vitest.config.ts')).toEqual(tests);
    expect(reached('README.md')).toEqual([]);
  });
});
