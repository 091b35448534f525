import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedSessionCreateInput, hostedPageCreateInput, organizationUpdateInput } from '@tabard/contract';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { strictestOf } from '../../platform/src/features/identity/organization/sign-in-rules.ts';

const root = join(import.meta.dirname, '../..');
const page = (name: string) => readFile(join(root, 'docs-site/src/content/docs', `${name}.md`), 'utf8');

/** The names of the members of an interface, as its source has them. */
async function membersOf(file: string, name: string): Promise<string[]> {
  const source = await readFile(join(root, file), 'utf8');
  const body = new RegExp(`export interface ${name}[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(source)?.[1];
  expect(body, `${name} in ${file}`).toBeDefined();
  return [...body!.matchAll(/^ {2}(?:readonly )?(\w+)[?(:]/gm)].map(([, member = '']) => member);
}

describe('what can be given', () => {
  it.each([
    ['reference/init', 'widgets/src/core/init.ts', 'InitOptions'],
    ['reference/init', 'widgets/src/core/theme-sheet.ts', 'Appearance'],
    ['guides/sdk', 'sdk/src/options.ts', 'ClientOptions'],
    ['guides/sdk', 'sdk/src/options.ts', 'CallOptions'],
  ])('stands in %s, each member of %s %s', async (name, file, type) => {
    const [words, members] = await Promise.all([page(name), membersOf(file, type)]);
    expect(members.length).toBeGreaterThan(4);
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(words))).toEqual([]);
  });

  it('to update() is said whole', async () => {
    const words = await page('reference/init');
    const [, said = ''] = /`update` takes (.*); what is left out/.exec(words) ?? [];
    const source = await readFile(join(root, 'widgets/src/core/session.ts'), 'utf8');
    const [, changes = ''] = /type SessionChanges = [^<]*<[^,]*,([^>]*)>/.exec(source) ?? [];
    const names = (text: string) => (text.match(/\w+(?=['`])/g) ?? []).toSorted();
    expect(names(said)).toEqual(names(changes));
  });
});

describe('how long a session lives', () => {
  const row = async (of: string): Promise<string> => {
    const found = (await page('concepts/sessions')).split('\n').find((line) => line.startsWith(`| ${of} `));
    return found?.split('|')[3]?.trim() ?? '';
  };
  const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

  it('in a page is what is documented', async () => {
    const { expiresIn } = embedSessionCreateInput.shape;
    expect(await row('Embed session')).toContain('1 to 15 minutes, 10 unless');
    expect(expiresIn.parse(undefined)).toBe(10 * 60);
    expect([59, 60, 900, 901].map((seconds) => takes(expiresIn, seconds))).toEqual([false, true, true, false]);
  });

  it('in a tab of its own is what is documented', async () => {
    const { lasts, linkExpiresIn } = hostedPageCreateInput.shape;
    expect(await row('Hosted page')).toMatch(/5 minutes to 12 hours, an hour unless/);
    expect(lasts.parse(undefined)).toBe(3600);
    expect([299, 300, 43_200, 43_201].map((seconds) => takes(lasts, seconds))).toEqual([false, true, true, false]);
    expect([9, 10, 600, 601].map((seconds) => takes(linkExpiresIn, seconds))).toEqual([false, true, true, false]);
    expect(await page('concepts/sessions')).toContain('good once, for 10 to 600 seconds');
  });

  it('of a person is what is documented', async () => {
    expect(await row('User session')).toMatch(/^12 hours, or the 1 to 720 .*`sessionHours`/);
    expect(strictestOf([]).sessionHours).toBe(12);
    const { signIn } = organizationUpdateInput.shape;
    expect([0, 1, 720, 721].map((sessionHours) => takes(signIn, { sessionHours }))).toEqual([false, true, true, false]);
  });
});
