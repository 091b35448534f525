import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the pages are. */
export const pages = join(import.meta.dirname, 'src/content/docs');

/** Writes one page; `path` is its address without the ending, `more` are further lines of its front matter. */
export async function writePage(
  path: string,
  title: string,
  body: string,
  description = '',
  more: readonly string[] = [],
): Promise<void> {
  const file = join(pages, `${path}.md`);
  await mkdir(join(file, '..'), { recursive: true });
  const front = [
    '---',
    `title: ${JSON.stringify(title)}`,
    ...(description ? [`description: ${JSON.stringify(description)}`] : []),
    ...more,
    '---',
  ];
  await writeFile(file, `${front.join('\n')}\n\n${body.trim()}\n`);
}
