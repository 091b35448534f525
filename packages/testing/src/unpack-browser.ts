import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

/**
 * Puts the Chromium of npm `@sparticuz/chromium` with its libraries and fonts on disk, once, and returns an executable that starts it.
 * The package's own `executablePath` unpacks into the shared temporary folder, expects the system to have NSS, and takes a
 * half-unpacked file for a finished one; hence our own folder, filled beside and renamed when it is complete.
 */
export async function unpackBrowser(cache = join(import.meta.dirname, '../node_modules/.cache')): Promise<string> {
  const home = join(cache, 'browser');
  const executable = join(home, 'browser');
  if (existsSync(executable)) return executable;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  try {
    await unpackInto(unfinished);
    writeFileSync(join(unfinished, 'fonts/fonts.conf'), fontPlaces);
    writeFileSync(join(unfinished, 'browser'), starter, { mode: 0o755 });
    renameSync(unfinished, home);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another test process may have finished first: its copy is as good.
    if (!existsSync(executable)) throw error;
  }
  return executable;
}

/** The libraries are set for the browser alone: in our own environment they would reach every child process. */
const starter = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib:$here\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

/** The package's own file names fixed folders outside this one. */
const fontPlaces = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

async function unpackInto(folder: string): Promise<void> {
  const archives = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
  const before = process.env.TMPDIR;
  // The only way to tell the package where to write.
  process.env.TMPDIR = folder;
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(archives, name));
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
