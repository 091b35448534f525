import { CODE_PAGES } from './code-pages.ts';

// Names that mails use for charsets which the Encoding Standard knows under others.
const ALIASES: Record<string, string> = {
  ansi: 'windows-1252',
  latin: 'windows-1252',
  latin0: 'iso-8859-15',
  latin9: 'iso-8859-15',
  latin10: 'iso-8859-16',
  iso885916: 'iso-8859-16',
  ksc5601: 'euc-kr',
  ksc56011987: 'euc-kr',
  ksc56011989: 'euc-kr',
  ksc5636: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  mskanji: 'shift_jis',
  sjis: 'shift_jis',
  shiftjisx0213: 'shift_jis',
  eucjisx0213: 'euc-jp',
  eucjpms: 'euc-jp',
  ujis: 'euc-jp',
  jis: 'iso-2022-jp',
  cp950: 'big5',
  cp951: 'big5',
  ms950: 'big5',
  big5eten: 'big5',
  big5hkscs: 'big5',
  euctw: 'big5',
  cp936: 'gb18030',
  ms936: 'gb18030',
  gb: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb231280: 'gb18030',
  euccn: 'gb18030',
  xgbk: 'gb18030',
  hz: 'hz',
  hzgb2312: 'hz',
  utf7: 'utf-7',
  unicode11utf7: 'utf-7',
  unicode20utf7: 'utf-7',
  utf7imap: 'utf-7',
  unicode: 'utf-16',
  utf16: 'utf-16',
  ucs2: 'utf-16',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  utf8mb4: 'utf-8',
  tis620: 'windows-874',
  cp874: 'windows-874',
  iso885911: 'windows-874',
  cp866: 'ibm866',
  cp367: 'us-ascii',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  macukraine: 'x-mac-cyrillic',
  maccentraleurope: 'mac-ce',
  maccenteuro: 'mac-ce',
  maclatin2: 'mac-ce',
  macgreek: 'mac-greek',
  macturkish: 'mac-turkish',
  maccroatian: 'mac-croatian',
  macromanian: 'mac-romanian',
  macromania: 'mac-romanian',
  maciceland: 'mac-iceland',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  koi8ru: 'koi8-u',
  koi8t: 'koi8-t',
  kz1048: 'kz-1048',
  roman8: 'hp-roman8',
  strk10482002: 'kz-1048',
  ptcp154: 'pt154',
  cyrillicasian: 'pt154',
};
// They say nothing about the bytes beyond 0x7f.
const SILENT =
  /^(|usascii|ascii|ansix341968|iso646us|us|cp367|7bit|8bit|binary|none|default|unknown8?b?i?t?|unspecified)$/;
const LONGEST = 80;
// A mail has a handful; one with a thousand is up to something.
const MOST_REMEMBERED = 500;
const remembered = new Map<string, string | null | undefined>();
const DOS_OR_WINDOWS = /^(?:cp|ibm|dos|windows|win|ms|oem|cs?ibm)?0*(\d{3,4})$/;
const LATIN = /^(?:iso)?8859(\d{1,2})(?:[ie]|windows.*)?$/;

/**
 * The charset a label means, in one spelling (`us-ascii` and what says as little is `null`); `undefined` when nobody
 * knows it.
 */
export function nameCharset(label: string | undefined): string | null | undefined {
  const key = (label ?? '').slice(0, LONGEST);
  if (remembered.has(key)) return remembered.get(key);
  const name = findName(key);
  if (remembered.size < MOST_REMEMBERED) remembered.set(key, name);
  return name;
}

function findName(label: string): string | null | undefined {
  const plain = label
    .toLowerCase()
    .replace(/^["'\s]+|["'\s;,]+$/g, '')
    .replace(/(\*|:\d{4}).*$/, '');
  const short = plain.replace(/^(charset=|cs(?=[a-z])|x-)/, '').replace(/[^a-z0-9]/g, '');
  if (SILENT.test(short)) return null;
  if (Object.hasOwn(ALIASES, short)) return ALIASES[short];
  const latin = LATIN.exec(short)?.[1];
  if (latin) return known(`iso-8859-${latin}`);
  if (/^iso2022(jp|kr|cn)/.test(short)) return `iso-2022-${short.slice(7, 9)}`;
  const page = DOS_OR_WINDOWS.exec(short)?.[1];
  if (page === '65001') return 'utf-8';
  return (
    known(plain) ?? known(short) ?? (page && (known(`cp${page}`) ?? known(`windows-${page}`) ?? known(`ibm${page}`)))
  );
}

function known(name: string): string | undefined {
  if (Object.hasOwn(CODE_PAGES, name)) return name;
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'gbk' ? 'gb18030' : encoding === 'iso-8859-1' ? 'windows-1252' : encoding;
  } catch {
    return undefined;
  }
}
