import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { kebabCase } from '@tabard/contract/letter-case';
import type { JsonSchema } from './describe-type.ts';

/** One object as the sources write it: its fields with what the comment in front of each says, and the object that it is written in. */
interface WrittenObject {
  file: string;
  fields: ReadonlyMap<string, string>;
  /** It takes in the fields of another, which are not told here. */
  spreads: boolean;
  parent: WrittenObject | undefined;
}

/** A function that fills in the descriptions of a schema that belongs to a noun. */
export type FillMeanings = (schema: JsonSchema, noun: string) => void;

/**
 * What every field of a schema is: fills the schema's descriptions from the comments of the contract, in place. Schemas do not carry
 * their comments, so an object is found again by its fields: that of the sources which has most of them in common says what each is,
 * one written where the schema's outer object is or in the file of the `noun` before any other.
 */
export function readMeanings(contract: string): FillMeanings {
  const written = globSync(`${contract}/**/*.ts`)
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => objectsIn(readFileSync(path, 'utf8'), basename(path, '.ts')));
  const fill = (schema: JsonSchema, noun: string, outer?: WrittenObject): void => {
    const names = Object.keys(schema.properties ?? {});
    const here = names.length > 0 ? origin(written, { names, noun, outer }) : outer;
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const meaning = meaningOf(written, { names, noun, outer }, name, field.description !== undefined);
      if (meaning) field.description = meaning;
      fill(field, noun, here);
    }
    const { items, additionalProperties: values, anyOf = [], oneOf = [], allOf = [], $defs = {} } = schema;
    for (const part of [items, values, ...anyOf, ...oneOf, ...allOf, ...Object.values($defs)])
      if (typeof part === 'object') fill(part, noun, here);
  };
  return fill;
}

/** The noun, as files name it, that a group of procedures is named after in the plural: `lead-import` for `leadImports`. */
export const nounOf = (plural: string): string =>
  kebabCase(plural)
    .replace(/ies$/, 'y')
    .replace(/(x)es$/, '$1')
    .replace(/(?<!ic)s$/, '');

/** The object of a schema: its fields, the noun it belongs to, and where the object around it was written. */
interface Sought {
  names: readonly string[];
  noun: string;
  outer: WrittenObject | undefined;
}

/** How much a written object speaks for being the one that is sought, in the order in which that counts. */
function likeness(one: WrittenObject, { names, noun, outer }: Sought) {
  const common = names.filter((name) => one.fields.has(name)).length;
  const near = outer && one.parent === outer ? 3 : one.file === outer?.file ? 2 : one.file === noun ? 1 : 0;
  const within = common === one.fields.size;
  const share = common / Math.min(names.length, one.fields.size);
  const untold = names.length - common;
  // What is spread into an object stands for some of the fields it does not tell.
  const others = one.spreads ? Math.max(1, untold / 2) : untold;
  const alike = common / (one.fields.size + others);
  return {
    common,
    within,
    share,
    near,
    alike,
    order: [Number(alike === 1), near, Number(within), common * share, alike],
  };
}

/** Where an object was written; nowhere when it was put together from several. */
function origin(written: readonly WrittenObject[], sought: Sought): WrittenObject | undefined {
  const [first] = written
    .map((one) => ({ one, ...likeness(one, sought) }))
    .filter(({ alike }) => alike >= 0.5)
    .toSorted((a, b) => b.alike - a.alike || b.near - a.near);
  return first?.one;
}

/** What a field is. One that has a description keeps it, unless the very object it is in says more. */
function meaningOf(written: readonly WrittenObject[], sought: Sought, name: string, described: boolean): string {
  const ranked = written
    .filter((one) => one.fields.has(name))
    .map((one) => ({ meaning: one.fields.get(name) ?? '', ...likeness(one, sought) }))
    .filter(({ share }) => share > 0.5)
    .toSorted((a, b) => compare(b.order, a.order));
  const [first] = ranked;
  if (described) return first?.within && (first.near > 0 || first.common > 1) ? first.meaning : '';
  return ranked.find(({ meaning }) => meaning)?.meaning ?? '';
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** A comment, a text, a pattern, a word or a sign. */
const TOKEN =
  /\/\*\*[^]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?]\s*)\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+\/[a-z]*|\.\.\.|[\w$]+|\S/g;

/** The objects that a source writes, inner ones for themselves. Sources are formatted, so their text can be read. */
function objectsIn(source: string, file: string): WrittenObject[] {
  const found: WrittenObject[] = [];
  const open: {
    object: (WrittenObject & { fields: Map<string, string>; spreads: boolean }) | null;
    atField: boolean;
  }[] = [];
  const tokens = source.match(TOKEN) ?? [];
  let comment = '';
  let inTypes = false;
  tokens.forEach((token, index) => {
    const inside = open.at(-1);
    if (token.startsWith('/**')) comment = wordsOf(token);
    if (token.startsWith('/*') || token.startsWith('//')) return;
    if (open.length === 0 && /^(?:interface|type|const|function)$/.test(token))
      inTypes = token === 'interface' || token === 'type';
    if (inside?.object && inside.atField && /^['\w$]/.test(token) && /^[:,}]$/.test(tokens[index + 1] ?? ''))
      inside.object.fields.set(token.replaceAll("'", ''), comment);
    if (inside?.object && inside.atField && token === '...') inside.object.spreads = true;
    comment = '';
    if (inside) inside.atField = token === ',';
    if (/^[{([]$/.test(token)) {
      const parent = open.findLast(({ object }) => object)?.object ?? undefined;
      open.push({ object: token === '{' ? { file, fields: new Map(), spreads: false, parent } : null, atField: true });
    }
    if (/^[})\]]$/.test(token)) {
      const object = open.pop()?.object;
      // Interfaces speak to those who read the sources; values are what schemas are made of.
      if (object && object.fields.size > 0 && !inTypes) found.push(object);
    }
  });
  return found;
}

const wordsOf = (comment: string): string =>
  comment
    .slice(3, -2)
    .replaceAll(/\s*\n\s*\*? ?/g, ' ')
    .trim();
