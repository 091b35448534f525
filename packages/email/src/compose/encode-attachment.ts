import type { MimePart } from './assemble-mime.ts';
import { escapeBytes, onOneLine } from './encode-header.ts';
import { wrapBase64 } from './quoted-printable.ts';

/** A file that goes with a mail. */
export interface Attachment {
  name: string;
  /** MIME type; `application/octet-stream` stands in for one that cannot be read. */
  type: string;
  content: Uint8Array;
}

/** An attachment as a MIME part. */
export function encodeAttachment({ name, type, content }: Attachment): MimePart {
  const known = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i.test(type) && !/^(multipart|message)\//i.test(type);
  const headers =
    `Content-Type: ${known ? type : 'application/octet-stream'}\r\nContent-Transfer-Encoding: base64\r\n` +
    `Content-Disposition: attachment;\r\n${encodeParameter('filename', onOneLine(name))}\r\n`;
  return { headers, content: wrapBase64(content) };
}

// RFC 2231: percent-encoded UTF-8 in numbered pieces, when the plain form cannot hold the name.
function encodeParameter(name: string, value: string): string {
  if (/^[ !#-[\]-~]{1,60}$/.test(value)) return ` ${name}="${value}"`;
  const units = Array.from(value, (character) =>
    /[A-Za-z0-9._-]/.test(character) ? character : escapeBytes(character, '%'),
  );
  const pieces = [''];
  for (const unit of units) {
    if (pieces.at(-1)!.length + unit.length > 55) pieces.push('');
    pieces[pieces.length - 1] += unit;
  }
  return pieces.map((piece, index) => ` ${name}*${index}*=${index === 0 ? "UTF-8''" : ''}${piece}`).join(';\r\n');
}
