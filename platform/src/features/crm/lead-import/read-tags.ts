import { Parser } from 'saxen';
import { notWorkbook } from './workbook-faults.ts';

export type Attributes = Readonly<Record<string, string>>;
interface Tags {
  opened: (name: string, attributes: Attributes) => void;
  closed?: (name: string) => void;
}

/** Bytes that are decoded at once. */
const chunkSize = 1_048_576;

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Tells the tags of a part one after the other, without prefixes, as the library will see them: read by the same parser, so that no way of
 * writing a tag is understood in two ways.
 * @throws CsvError where it is no XML.
 */
export function readTags(part: Uint8Array, { opened, closed }: Tags): void {
  const parser = new Parser();
  parser.on('error', (error) => {
    throw notWorkbook(error);
  });
  parser.on('openTag', (name, attributesOf, decode) => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributesOf())) {
      const own = withoutPrefix(key);
      // Which of two would count is not for us to guess.
      if (!key.startsWith('xmlns') && Object.hasOwn(attributes, own)) throw notWorkbook();
      attributes[own] = decode(value);
    }
    opened(withoutPrefix(name), attributes);
  });
  if (closed) parser.on('closeTag', (name) => closed(withoutPrefix(name)));
  const decoder = new TextDecoder();
  for (let at = 0; at < part.length; at += chunkSize)
    parser.write(decoder.decode(part.subarray(at, at + chunkSize), { stream: true }));
  parser.write(decoder.decode());
  parser.end();
}
