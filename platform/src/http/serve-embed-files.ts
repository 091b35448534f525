import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body can be packed, the smallest first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** What may be served, and as what. Source maps name our sources and are for our own eyes. */
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A few folders and a file, each of harmless letters: no address of this form leaves the folder. */
const harmless = /^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\/){0,3}[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.([a-z0-9]{2,5})$/;
/** In a folder of its own version, or with a hash in its name: such a file never changes. */
const versioned = /\/|[-.](?=[A-Za-z0-9_]*[0-9A-Z])[A-Za-z0-9_]{8,}\.\w+$/;

/** A file of the bundle as it goes out. */
export interface EmbedFile {
  readonly type: string;
  readonly immutable: boolean;
  /** Of the plain bytes, in the form of an entity tag without its quotes. */
  readonly tag: string;
  /** The bytes, plain or packed; null when packing is not worth it. */
  body(encoding: Encoding | null): Promise<Buffer | null>;
}

interface Held {
  file: EmbedFile;
  changedAt: number;
}

/**
 * The files of one folder, read when first asked for and kept, packed, in memory. A build lays `name.br` and `name.gz` beside a file
 * to save the packing. Files without a version are looked at again each time, so a new build is served at once.
 */
export class EmbedFiles {
  readonly #root: string;
  readonly #held = new Map<string, Held>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The file of an address below the folder; null when there is none. */
  async find(name: string): Promise<EmbedFile | null> {
    const type = types[harmless.exec(name)?.[1] ?? ''];
    if (type === undefined) return null;
    const held = this.#held.get(name);
    if (held?.file.immutable) return held.file;
    const path = join(this.#root, name);
    const found = await stat(path).catch(() => null);
    // A link that leads out of the folder is not followed either.
    if (!found?.isFile() || !(await realpath(path)).startsWith((await realpath(this.#root)) + sep)) return null;
    if (held?.changedAt === found.mtimeMs) return held.file;
    const file = readEmbedFile(path, await readFile(path), { type, immutable: versioned.test(name) });
    this.#held.set(name, { file, changedAt: found.mtimeMs });
    return file;
  }
}

const pack: Record<Encoding, { ending: string; run: (plain: Buffer) => Promise<Buffer> }> = {
  br: {
    ending: '.br',
    run: (plain) =>
      promisify(brotliCompress)(plain, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
      }),
  },
  gzip: { ending: '.gz', run: (plain) => promisify(gzip)(plain, { level: 9 }) },
};

function readEmbedFile(path: string, plain: Buffer, facts: Pick<EmbedFile, 'type' | 'immutable'>): EmbedFile {
  const packed = new Map<Encoding, Promise<Buffer | null>>();
  const isPacked = facts.type === types['woff2'];
  return {
    ...facts,
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    body(encoding) {
      if (encoding === null) return Promise.resolve(plain);
      if (isPacked) return Promise.resolve(null);
      let body = packed.get(encoding);
      if (!body) {
        const { ending, run } = pack[encoding];
        body = readFile(path + ending)
          .catch(() => run(plain))
          .then((bytes) => (bytes.length < plain.length ? bytes : null));
        packed.set(encoding, body);
      }
      return body;
    },
  };
}
