import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from './commands.ts';

it('a command refuses an option that it does not have, and names those it has', () => {
  const file = join(import.meta.dirname, 'main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, 'start', '--port', '5000'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('no option --port');
  expect(stderr).toContain('--no-demo');
});

it('the word that several commands begin with prints these, each with what it does', () => {
  const file = join(import.meta.dirname, 'main.ts');
  for (const word of ['organization', 'workspace', 'snapshot']) {
    const { status, stdout } = spawnSync(process.execPath, [file, word], { encoding: 'utf8' });
    expect(status).toBe(0);
    const own = commands.filter(({ name }) => name.startsWith(`${word} `));
    expect(own.length).toBeGreaterThan(1);
    const lines = stdout.split('\n');
    for (const { name, summary } of own)
      expect(lines.some((line) => line.startsWith(`  ${name} `) && line.endsWith(` ${summary}`))).toBe(true);
    expect(stdout).not.toContain('doctor');
  }
  const { status, stderr } = spawnSync(process.execPath, [file, 'snapshot', 'tak'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('There is no command "snapshot tak"');
  expect(stderr).toContain('snapshot take');
});
