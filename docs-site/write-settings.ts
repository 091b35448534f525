import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePage } from './write-page.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'platform/src/config');

/** One setting as its source describes it. */
interface Setting {
  name: string;
  words: string;
  fallback: string;
  limits: string;
}

/** A comment and the name and schema that follow it. */
const entry = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?\b([A-Z][A-Z0-9_]+): ((?:(?!,\n)[\s\S])*),\n/g;

/** Writes the page of all settings from the schemas that read them. */
export async function writeSettings(): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.config.ts')).toSorted();
  const sections = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(folder, file), 'utf8');
      const about = /\/\*\* (.*?) \*\/\nexport const/.exec(source)?.[1] ?? '';
      const start = source.indexOf('.object({');
      const shape = source.slice(start, source.indexOf('.transform(', start));
      const rows = [...shape.matchAll(entry)].map(([, words = '', name = '', schema = '']) =>
        rowOf({ name, words: plain(words), ...factsOf(schema, source) }),
      );
      if (rows.length === 0) throw new Error(`${file} has no setting that could be read.`);
      const title = file.slice(0, -'.config.ts'.length).replace(/^./, (letter) => letter.toUpperCase());
      return `## ${title}\n\n${about}\n\n| Setting | What it is | Unless told | Limits |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
    }),
  );
  await writePage(
    'reference/settings',
    'Settings',
    `Environment variables; an empty one counts as unset. Everything that is missing or wrong is said at once when a process starts.\n\n${sections.join('\n\n')}\n\n${local}`,
    'Every setting of the platform, written from the schemas that read them.',
  );
}

const local = `## On one machine

Besides, \`npm start\` and the command line read \`TABARD_HOME\` (where data and secret are kept; \`.tabard\` unless told), and for the demo \`PORTAL_PORT\`, \`SANDBOX_PORT\`, \`SANDBOX_SMTP_PORT\`, \`SANDBOX_IMAP_PORT\` and \`SANDBOX_SPEED\` (how many times faster than people its simulated recipients are). Ports on which browsers open no page are refused.`;

const rowOf = ({ name, words, fallback, limits }: Setting): string =>
  `| \`${name}\` | ${words || '–'} | ${fallback} | ${limits} |`.replaceAll('|', '|');

const plain = (comment: string): string =>
  comment
    .replaceAll(/\s*\n\s*\* ?/g, ' ')
    .trim()
    .replaceAll('|', '\\|');

/** What a schema says in code: its fallback and its limits. */
function factsOf(schema: string, source: string): Pick<Setting, 'fallback' | 'limits'> {
  const called = /callsAMinute\(([\d_]+)\)/.exec(schema)?.[1];
  const fallback = called ?? /\.default\(([^)]*)\)/.exec(schema)?.[1] ?? '';
  const values = /z\.enum\(\[([^\]]*)\]/.exec(schema)?.[1];
  const limits = [
    ...(values ? [values.replaceAll("'", '`')] : []),
    ...[...(called ? `${schema}.min(1)` : schema).matchAll(/\.(min|max)\(([\d_.]+)/g)].map(
      ([, end, number = '']) => `${end === 'min' ? 'at least' : 'at most'} ${number.replaceAll('_', '')}`,
    ),
  ];
  const needed = !fallback && !/optional\(\)/.test(schema);
  return {
    fallback: fallback ? `\`${fallback.replaceAll(/['_]/g, '')}\`` : needed && source ? '**needed**' : 'unset',
    limits: limits.join(', '),
  };
}
