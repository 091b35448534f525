import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@tabard/testing';
import { expect, it } from 'vitest';
import { startPart } from './part.ts';

it('a part that is killed is started again, and stops when it is asked to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'part-'));
  const file = join(folder, 'serve.ts');
  await writeFile(
    file,
    `import { createServer } from 'node:http';
     createServer((_, answer) => answer.end(String(process.pid))).listen(Number(process.env.PORT), '127.0.0.1');`,
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const who = () =>
    fetch(url).then(
      (answer) => answer.text(),
      () => null,
    );
  const part = await startPart('sample', { file, env: { PATH: process.env['PATH'], PORT: String(port) } }, url);
  try {
    const first = Number(await who());
    process.kill(first, 'SIGKILL');
    await expect.poll(async () => ![null, String(first)].includes(await who()), { timeout: 60_000 }).toBe(true);
  } finally {
    await part.stop();
    await rm(folder, { recursive: true, force: true });
  }
  expect(await who()).toBeNull();
});
