import { Output, TokenKind, type Template, type Token } from 'liquidjs';
import { printHtml, printText, valueText } from './escape-html.ts';
import type { TemplateKind } from './liquid-engine.ts';

/** The merge values of one lead. */
export type MergeValues = Record<string, unknown>;
/** One stretch of a simple template: fixed text, or how to write one value. `NEEDS_LIQUID` asks for the full engine. */
export type Piece = string | ((values: MergeValues) => string | typeof NEEDS_LIQUID);
/** A value that is not text, number or boolean came up: only Liquid itself knows how to write it. */
export const NEEDS_LIQUID = Symbol('needs liquid');

type Step = (value: unknown) => unknown;

// Liquid gives these names a meaning of their own on any value.
const COMPUTED = new Set(['size', 'first', 'last']);

/** The template as plain concatenation, or undefined when it has tags, other filters or computed properties. */
export function compilePieces(templates: readonly Template[], kind: TemplateKind): Piece[] | undefined {
  const pieces: Piece[] = [];
  // The same words in the source are one function, so that a caller can tell repeated values.
  const outputs = new Map<string, Piece>();
  for (const template of templates) {
    const isOutput = template instanceof Output;
    const source = template.token.getText();
    const piece = isOutput ? (outputs.get(source) ?? compileOutput(template, kind)) : fixedText(template.token);
    if (piece === undefined) return undefined;
    if (isOutput) outputs.set(source, piece);
    pieces.push(piece);
  }
  return pieces;
}

function fixedText(token: Token): string | undefined {
  return token.kind === TokenKind.HTML && 'getContent' in token && typeof token.getContent === 'function'
    ? String(token.getContent())
    : undefined;
}

function compileOutput(output: Output, kind: TemplateKind): Piece | undefined {
  const [token, ...more] = output.value.initial.postfix;
  const path = token && more.length === 0 ? propertyPath(token) : undefined;
  if (!path || path.length > 2 || path.some((name) => COMPUTED.has(name))) return undefined;
  const print = kind === 'html' ? printHtml : printText;
  // The last filter is the engine's own way to print, done by `print` here.
  const filters = output.value.filters.slice(0, -1);
  const steps: Step[] = [];
  for (const filter of filters) {
    const step = compileFilter(filter.name, filter.args);
    if (!step) return undefined;
    steps.push(step);
  }
  return (values) => {
    let value = readPath(values, path);
    if (value !== null && (typeof value === 'object' || typeof value === 'function')) return NEEDS_LIQUID;
    for (const step of steps) value = step(value);
    return print(value);
  };
}

function readPath(values: MergeValues, [root, key]: readonly string[]): unknown {
  const value = Object.hasOwn(values, root!) ? values[root!] : undefined;
  if (key === undefined || value === null || value === undefined) return value;
  if (typeof value !== 'object' || Array.isArray(value)) return NEEDS_LIQUID_OBJECT;
  return Object.hasOwn(value, key) ? (value as MergeValues)[key] : undefined; // an object's own property
}

// Any object makes the caller fall back to Liquid.
const NEEDS_LIQUID_OBJECT = {};

function compileFilter(name: string, args: readonly unknown[]): Step | undefined {
  if (name === 'default') return compileDefault(args);
  if (args.length > 0) return undefined;
  if (name === 'upcase') return (value) => valueText(value).toUpperCase();
  if (name === 'downcase') return (value) => valueText(value).toLowerCase();
  if (name === 'capitalize') {
    return (value) => valueText(value).charAt(0).toUpperCase() + valueText(value).slice(1).toLowerCase();
  }
  return undefined;
}

function compileDefault([fallback, ...more]: readonly unknown[]): Step | undefined {
  const isText = typeof fallback === 'object' && fallback !== null && 'content' in fallback && 'kind' in fallback;
  if (more.length > 0 || !isText || fallback.kind !== TokenKind.Quoted) return undefined;
  const words = String(fallback.content);
  return (value) => (value === '' || value === false || value === null || value === undefined ? words : value);
}

/** The names a property access is written with (`custom.city`), or undefined when one is computed at render time. */
export function propertyPath(token: Token): string[] | undefined {
  if (token.kind !== TokenKind.PropertyAccess || !('props' in token) || !Array.isArray(token.props)) return undefined;
  if ('variable' in token && token.variable !== undefined) return undefined;
  const path: string[] = [];
  for (const prop of token.props) {
    if (typeof prop?.content !== 'string') return undefined;
    path.push(prop.content);
  }
  return path;
}
