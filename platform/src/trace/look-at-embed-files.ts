import { readdir } from 'node:fs/promises';
import { relative, join, sep } from 'node:path';
import type { Walk } from './client.ts';
import { TraceError } from './trace-error.ts';

/** Every file in the folder of the elements, as the platform answers when it is asked for: what it does not serve is refused. */
export async function lookAtEmbedFiles({ ask, embedRoot, stranger, clients }: Walk): Promise<void> {
  const entries = await readdir(embedRoot, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(embedRoot, join(entry.parentPath, entry.name)).split(sep).join('/'));
  let served = 0;
  for (const name of names) {
    const { status } = await ask(stranger, `/embed/${name}`, { headers: { Origin: 'https://portal.example' } });
    if (status === 200) served += 1;
  }
  for (const { agency } of clients) await ask(stranger, `/embed/v1.js?prefix=${agency.prefix}`);
  await ask(stranger, '/embed/v1.js', { method: 'OPTIONS', headers: { Origin: 'https://portal.example' } });
  if (served === 0) throw new TraceError(`No element is served: build them into ${embedRoot}.`);
}
