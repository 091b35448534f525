import { gzipSync } from 'node:zlib';

/** A file of an archive. */
export interface ArchivedFile {
  /** With slashes, from the package's folder. */
  path: string;
  content: Buffer;
  executable?: boolean;
}

/** The moment npm itself gives to every file of a package. */
const moment = 499_162_500;
const block = 512;

/** A package's tarball: the same files are the same bytes, whoever packs them, when and in which order. */
export function writeArchive(files: readonly ArchivedFile[]): Buffer {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const blocks = sorted.flatMap(({ path, content, executable }) => [
    header(`package/${path}`, content.length, executable ? 0o755 : 0o644),
    content,
    Buffer.alloc((block - (content.length % block)) % block),
  ]);
  const packed = gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * block)]), { level: 9 });
  // Which system packed it stands in this byte; 255 is "unknown".
  packed[9] = 255;
  return packed;
}

/** The header of a regular file in ustar, the format that every reader of packages knows. */
function header(path: string, size: number, mode: number): Buffer {
  const cut = path.length > 100 ? path.indexOf('/', path.length - 101) : -1;
  const [folder, name] = cut < 0 ? ['', path] : [path.slice(0, cut), path.slice(cut + 1)];
  if (name.length > 100 || folder.length > 155 || /[^\x20-\x7e]/.test(path))
    throw new Error(`The path ${path} does not fit into an archive: give the file a shorter name of plain letters.`);
  const written = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number): void =>
    void written.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  written.write(name, 0, 'latin1');
  octal(mode, 100, 8);
  octal(0, 108, 8); // owner
  octal(0, 116, 8); // group
  octal(size, 124, 12);
  octal(moment, 136, 12);
  written.write('        ', 148, 'latin1'); // the checksum counts its own place as spaces
  written.write('0', 156, 'latin1'); // a regular file
  written.write('ustar\x0000', 257, 'latin1');
  written.write(folder, 345, 'latin1');
  octal(
    written.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  written[154] = 0;
  written[155] = 0x20;
  return written;
}
