import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeArchive } from './archive.ts';

const deep = `${'a-long-folder/'.repeat(9)}file.js`;
const files = [
  { path: 'index.js', content: Buffer.from('export {};\n') },
  { path: 'cli.js', content: Buffer.from('#!/usr/bin/env node\n'), executable: true },
  { path: deep, content: Buffer.alloc(1024, 'x') },
  { path: 'empty', content: Buffer.alloc(0) },
];

it('gives the same bytes for the same files, in whichever order they come', () => {
  expect(writeArchive(files.toReversed()).equals(writeArchive(files))).toBe(true);
});

it('is read by tar, with every file as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    writeFileSync(join(folder, 'a.tgz'), writeArchive(files));
    execFileSync('tar', ['-xzf', 'a.tgz'], { cwd: folder });
    for (const { path, content } of files)
      expect(readFileSync(join(folder, 'package', path)).equals(content)).toBe(true);
    expect(statSync(join(folder, 'package/cli.js')).mode & 0o111).not.toBe(0);
    expect(statSync(join(folder, 'package/index.js')).mode & 0o111).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('refuses a path that no reader would find again', () => {
  const content = Buffer.alloc(0);
  expect(() => writeArchive([{ path: 'x'.repeat(120), content }])).toThrow('does not fit into an archive');
  expect(() => writeArchive([{ path: 'größe.js', content }])).toThrow('does not fit into an archive');
});
