/** A finished MIME part: header block (CRLF after each line) and encoded content. */
export interface MimePart {
  headers: string;
  content: string;
}

/** A text part in UTF-8. */
export function textPart(subtype: 'plain' | 'html', encoding: string, content: string): MimePart {
  const headers = `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n`;
  return { headers, content };
}

/** Parts under one roof. The boundary holds "=_", which neither quoted-printable nor base64 can produce. */
export function multipart(subtype: 'alternative' | 'mixed', boundary: string, parts: readonly MimePart[]): MimePart {
  let content = '';
  for (const part of parts) content += `--${boundary}\r\n${part.headers}\r\n${part.content}\r\n`;
  return {
    headers: `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n`,
    content: `${content}--${boundary}--`,
  };
}

/** The whole mail as bytes; everything in it is ASCII by now. */
export function assembleMime(headers: string, body: MimePart): Uint8Array {
  return Buffer.from(`${headers}MIME-Version: 1.0\r\n${body.headers}\r\n${body.content}\r\n`, 'latin1');
}

/** A boundary that depends on nothing but the message id and the nesting level. */
export function boundaryFor(messageId: string, level: number): string {
  let low = 0x811c9dc5 ^ level;
  let high = 0x01000193;
  for (let index = 0; index < messageId.length; index++) {
    const code = messageId.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (low >>> 15);
  }
  return `=_${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
