import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { imageSource } from './clean-address.ts';

/** A style attribute made safe, and how many of its declarations would have loaded something from elsewhere. */
export interface CleanStyle {
  css: string;
  blocked: number;
}

const PROPERTY =
  /^(?:color|opacity|visibility|display|float|clear|direction|unicode-bidi|vertical-align|line-height|letter-spacing|word-spacing|word-break|word-wrap|overflow-wrap|white-space|hyphens|table-layout|border-collapse|border-spacing|caption-side|empty-cells|box-sizing|box-shadow|(?:min-|max-)?(?:width|height)|text-(?:align|align-last|decoration|decoration-(?:color|line|style|thickness)|indent|overflow|shadow|transform|underline-offset)|font(?:-(?:family|size|style|weight|variant|stretch))?|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?|border(?:-(?:top|bottom)-(?:left|right))?-radius|background(?:-(?:color|image|repeat|position|size))?|list-style(?:-(?:type|position|image))?|overflow(?:-[xy])?|outline)$/;
const HAS_IMAGE = /^(?:background(?:-image)?|list-style(?:-image)?)$/;
const FUNCTIONS = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch calc min max clamp linear-gradient radial-gradient'.split(' '),
);
const LOADING = new Set('url src image image-set -webkit-image-set cross-fade -webkit-cross-fade element'.split(' '));
const NAME = /^-?[a-z_\u00a1-\uffff][\w\u00a1-\uffff-]*$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const LONGEST_STYLE = 20_000;
/** It would have loaded something from elsewhere. */
const BLOCKED = Symbol('blocked');
/** What is written of a declaration; nothing when it does not stay. */
type Written = string | typeof BLOCKED | null;

/** The declarations of a style attribute that only say how something looks, written anew from what a CSS parser understands. */
export function cleanStyle(style: string, { allowRemoteImages }: { allowRemoteImages: boolean }): CleanStyle {
  const kept: string[] = [];
  let blocked = 0;
  // What is longer describes no look; reading it costs more than it says.
  for (const tokens of declarations(style.slice(0, LONGEST_STYLE))) {
    const result = declaration(tokens, allowRemoteImages);
    if (result === BLOCKED) blocked += 1;
    else if (result !== null) kept.push(result);
  }
  return { css: kept.join(';'), blocked };
}

function declarations(style: string): CSSToken[][] {
  const found: CSSToken[][] = [[]];
  let depth = 0;
  for (const token of tokenize({ css: style })) {
    const [type] = token;
    if (type === TokenType.EOF) break;
    if (type === TokenType.Semicolon && depth === 0) found.push([]);
    else found.at(-1)!.push(token);
    if (OPENING.has(type)) depth += 1;
    else if (CLOSING.has(type) && depth > 0) depth -= 1;
  }
  return found;
}

const OPENING = new Set<TokenType>([
  TokenType.Function,
  TokenType.OpenParen,
  TokenType.OpenSquare,
  TokenType.OpenCurly,
]);
const CLOSING = new Set<TokenType>([TokenType.CloseParen, TokenType.CloseSquare, TokenType.CloseCurly]);

function declaration(tokens: CSSToken[], allowRemoteImages: boolean): Written {
  const words = tokens.filter(([type]) => type !== TokenType.Comment);
  while (words[0]?.[0] === TokenType.Whitespace) words.shift();
  const [name] = words;
  if (name?.[0] !== TokenType.Ident) return null;
  const property = name[4].value.toLowerCase();
  const colon = words.findIndex(([type]) => type === TokenType.Colon);
  if (colon < 0 || words.slice(1, colon).some(([type]) => type !== TokenType.Whitespace)) return null;
  const start = tokens.findIndex(([type]) => type === TokenType.Colon);
  const value = writeValue(property, tokens.slice(start + 1), allowRemoteImages);
  if (value === null || value === BLOCKED) return value;
  return PROPERTY.test(property) && value !== '' ? `${property}:${value}` : null;
}

function writeValue(property: string, tokens: CSSToken[], allowRemoteImages: boolean): Written {
  let written = '';
  let open = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const address = imageAddress(tokens, index);
    if (address !== null) {
      const source = imageSource(address.value);
      if (source.from === 'elsewhere' && !allowRemoteImages) return BLOCKED;
      if (source.from === 'nowhere' || !HAS_IMAGE.test(property)) return null;
      written += `url("${source.address.replace(/["'()\\<>\s]/g, encodeURIComponent).replace(/['()]/g, percent)}")`;
      index = address.last;
      continue;
    }
    if (token[0] === TokenType.Function && LOADING.has(token[4].value.toLowerCase())) return BLOCKED;
    const part = writeToken(token, property);
    if (part === null) return null;
    if (token[0] === TokenType.Function) open += 1;
    if (token[0] === TokenType.CloseParen && --open < 0) return null;
    written += part;
  }
  return open === 0 ? written.replace(/ +/g, ' ').trim() : null;
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16)}`;

/** The address of an image that begins at a token, with the place of its last one. */
function imageAddress(tokens: CSSToken[], index: number): { value: string; last: number } | null {
  const token = tokens[index]!;
  if (token[0] === TokenType.URL) return { value: token[4].value, last: index };
  if (token[0] !== TokenType.Function || token[4].value.toLowerCase() !== 'url') return null;
  const inner: CSSToken[] = [];
  for (let at = index + 1; at < tokens.length; at++) {
    const one = tokens[at]!;
    if (one[0] === TokenType.CloseParen)
      return inner.length === 1 && inner[0]![0] === TokenType.String ? { value: inner[0][4].value, last: at } : null;
    if (one[0] !== TokenType.Whitespace && one[0] !== TokenType.Comment) inner.push(one);
  }
  return null;
}

function writeToken(token: CSSToken, property: string): string | null {
  switch (token[0]) {
    case TokenType.Whitespace:
    case TokenType.Comment:
      return ' ';
    case TokenType.Comma:
      return ',';
    case TokenType.CloseParen:
      return ')';
    case TokenType.Ident:
      return NAME.test(token[4].value) ? token[4].value : null;
    case TokenType.Hash:
      return /^[\w-]+$/.test(token[4].value) ? `#${token[4].value}` : null;
    case TokenType.String:
      return /^[^"'\\<>&;{}()\p{Cc}]*$/u.test(token[4].value) ? `"${token[4].value}"` : null;
    case TokenType.Number:
    case TokenType.Percentage:
    case TokenType.Dimension:
      return writeNumber(token, property);
    case TokenType.Function:
      return FUNCTIONS.has(token[4].value.toLowerCase()) ? `${token[4].value.toLowerCase()}(` : null;
    case TokenType.Delim:
      return '/+-*!'.includes(token[4].value) ? token[4].value : null;
    default:
      return null;
  }
}

function writeNumber(
  token: CSSToken & { 0: TokenType.Number | TokenType.Percentage | TokenType.Dimension },
  property: string,
) {
  const unit = token[0] === TokenType.Dimension ? token[4].unit : token[0] === TokenType.Percentage ? '%' : '';
  const digits = /^[+-]?[\d.]*(?:e[+-]?\d+)?/i.exec(token[1])?.[0] ?? '';
  if (!NUMBER.test(digits) || !/^(?:%|[a-z]{0,8})$/i.test(unit)) return null;
  // A negative margin would lay the mail over what stands around it.
  if (property.startsWith('margin') && digits.startsWith('-')) return null;
  return `${digits}${unit}`;
}
