import { endingOf, type FileKind } from '@tabard/contract/crm/file-words';
import { fileTypeFromBuffer } from 'file-type';
import { fail } from '#kernel';

/** What a file is by its content. */
export interface FoundType {
  mediaType: string;
  kind: FileKind;
}

/** Endings that computers run, whatever the content. */
const run = new Set(
  (
    'ade adp apk app appx bat cab chm class cmd com cpl crx deb dex diagcab dll dmg elf exe gadget hta inf ins iso jar jnlp js jse ksh ' +
    'lnk mjs msc msi msix msp mst ocx pif pkg ps1 psd1 psm1 reg rpm scf scr sct sh so sys url vb vbe vbs vhd vhdx vxd wasm ws wsc wsf wsh xll xpi'
  ).split(' '),
);
/** The same by content. */
const runByContent = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/wasm',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/vnd.android.dex',
  'application/x-ms-shortcut',
  'application/x.ms.shortcut',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/x-rpm',
  'application/x-deb',
  'application/vnd.ms-cab-compressed',
  'application/x-apple-diskimage',
]);

const office = 'application/vnd.openxmlformats-officedocument.';
const open = 'application/vnd.oasis.opendocument.';
const compound = ['application/x-cfb'];
/** Endings whose content is known, with what that may be. */
const expected: Readonly<Record<string, readonly string[]>> = {
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png', 'image/apng'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  avif: ['image/avif'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  heic: ['image/heic', 'image/heif', 'image/heif-sequence', 'image/heic-sequence'],
  pdf: ['application/pdf'],
  docx: [`${office}wordprocessingml.document`],
  xlsx: [`${office}spreadsheetml.sheet`],
  pptx: [`${office}presentationml.presentation`],
  odt: [`${open}text`],
  ods: [`${open}spreadsheet`],
  odp: [`${open}presentation`],
  doc: compound,
  xls: compound,
  ppt: compound,
  zip: ['application/zip'],
  gz: ['application/gzip', 'application/x-gzip'],
  '7z': ['application/x-7z-compressed'],
  rar: ['application/x-rar-compressed'],
};
/** Endings of plain texts that are shown as such. */
const texts: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};
/** Texts that a browser would run: kept, and never shown. */
const markup: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};

/** @throws `file.type_refused` where a computer would run what has this name */
export function refuseEnding(name: string): void {
  if (run.has(endingOf(name))) fail('file.type_refused');
}

/**
 * What a file is, by its first bytes; its name decides only among texts.
 * @throws `file.type_refused`, and `file.type_mismatch` where the name says what the content is not
 */
export async function findType(name: string, head: Uint8Array): Promise<FoundType> {
  refuseEnding(name);
  const ending = endingOf(name);
  const found = (await fileTypeFromBuffer(head))?.mime;
  if ((found && runByContent.has(found)) || startsScript(head)) fail('file.type_refused');
  const wanted = expected[ending];
  if (wanted && !wanted.includes(found ?? '')) fail('file.type_mismatch');
  const isMarkup = found === 'application/xml' || looksLikeMarkup(head);
  if (isMarkup || markup[ending]) return { mediaType: markup[ending] ?? 'application/xml', kind: 'other' };
  if (found) {
    // A picture or a document that calls itself a text is neither.
    if (texts[ending]) fail('file.type_mismatch');
    return { mediaType: compound.includes(found) ? (legacy[ending] ?? found) : found, kind: kindOf(found, ending) };
  }
  if (!isText(head)) {
    if (texts[ending]) fail('file.type_mismatch');
    return { mediaType: 'application/octet-stream', kind: 'other' };
  }
  return { mediaType: texts[ending] ?? 'text/plain', kind: ending === 'csv' || ending === 'tsv' ? 'sheet' : 'text' };
}

const legacy: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};
const archives = /zip|gzip|x-7z|x-rar|x-tar|x-bzip2|x-xz|zstd|lz4|compress/;

function kindOf(mediaType: string, ending: string): FileKind {
  const [family] = mediaType.split('/');
  if (family === 'image' || family === 'audio' || family === 'video') return family;
  if (mediaType === 'application/pdf') return 'pdf';
  if (/wordprocessing|opendocument\.text|rtf|epub/.test(mediaType) || ending === 'doc') return 'document';
  if (/spreadsheet/.test(mediaType) || ending === 'xls') return 'sheet';
  if (/presentation/.test(mediaType) || ending === 'ppt') return 'slides';
  return archives.test(mediaType) ? 'archive' : 'other';
}

const startsScript = (head: Uint8Array): boolean => head[0] === 0x23 && head[1] === 0x21; // #!

/** Whether a browser would take it for a page or a drawing. */
const looksLikeMarkup = (head: Uint8Array): boolean =>
  /^\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|script|svg|iframe|object|embed|style|title|table|div)\b)/i.test(
    new TextDecoder('latin1').decode(head.subarray(0, 1_024)).replace(/^ï»¿/, ''),
  );

/** Whether it is UTF-8 or UTF-16 with a mark, and has no control characters but those of lines. */
function isText(head: Uint8Array): boolean {
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (marked) return true;
  try {
    // The last sign may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

/** @throws `file.type_mismatch` where a name says something else than the one before */
export function requireEnding(before: string, name: string): void {
  if (endingOf(before) === endingOf(name)) return;
  const ending = endingOf(before);
  fail('file.type_mismatch', {
    public: ending ? `Keep the ending .${ending}.` : 'Keep the name without an ending.',
  });
}
