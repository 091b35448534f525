import { Output, TokenKind, Value, type Template, type Token } from 'liquidjs';
import { propertyPath } from './compile-pieces.ts';
import { LIMITS } from './measure-source.ts';
import { TemplateError } from './template-error.ts';

/** A name a template reads that it did not set itself, with what follows it: `['custom', 'city']`; a computed part is null. */
export interface FieldUse {
  readonly segments: readonly (string | null)[];
  readonly token: Token;
  /** Whether it is printed as it is, without a `default`. */
  readonly isBare: boolean;
}

/**
 * Every field a template uses, in order of appearance. Each token is looked at once and no place is worked out, which is
 * what makes the library's own analysis slow on long texts.
 */
export function readFields(templates: readonly Template[]): FieldUse[] {
  const uses: FieldUse[] = [];
  const own = new Map<string, number>();
  const count = (name: string, by: number) => own.set(name, (own.get(name) ?? 0) + by);
  const visit = (all: readonly Template[]): void => {
    for (const template of all) {
      const isBare = isPrintedBare(template);
      let parts = 0;
      for (const argument of template.arguments?.() ?? []) {
        parts += partsOf(argument);
        if (parts > LIMITS.parts) throw tooManyParts(template);
        for (const use of usesIn(argument, isBare)) if (!own.get(use.segments[0] ?? '')) uses.push(use);
      }
      for (const name of template.localScope?.() ?? []) if ('content' in name) count(name.content, 1);
      const block = [...(template.blockScope?.() ?? [])].map(String);
      for (const name of block) count(name, 1);
      visit(childrenOf(template));
      for (const name of block) count(name, -1);
    }
  };
  visit(templates);
  return uses;
}

function partsOf(argument: unknown): number {
  if (!(argument instanceof Value)) return 1;
  const filters = argument.filters.map((filter) => filter.args.length + 1);
  return filters.reduce((sum, size) => sum + size, argument.initial.postfix.length);
}

function tooManyParts({ token }: Template): TemplateError {
  const [line = 1, column = 1] = token.getPosition();
  const message = `A merge field or condition has more than ${LIMITS.parts} values, operators and filters (line ${line}). Take it apart.`;
  return new TemplateError('template.limit_exceeded', message, { line, column });
}

function isPrintedBare(template: Template): boolean {
  if (!(template instanceof Output)) return false;
  const [token] = template.value.initial.postfix;
  const hasDefault = template.value.filters.some((filter) => filter.name === 'default');
  return token !== undefined && propertyPath(token) !== undefined && !hasDefault;
}

function* usesIn(argument: unknown, isBare: boolean): Generator<FieldUse> {
  if (argument instanceof Value) {
    for (const [index, token] of argument.initial.postfix.entries()) yield* usesOf(token, isBare && index === 0);
    for (const filter of argument.filters)
      for (const one of filter.args) yield* usesIn(Array.isArray(one) ? one[1] : one, false);
  } else if (isToken(argument)) yield* usesOf(argument, isBare);
}

function* usesOf(token: Token, isBare: boolean): Generator<FieldUse> {
  if (token.kind === TokenKind.Range && 'lhs' in token && 'rhs' in token) {
    yield* usesIn(token.lhs, false);
    yield* usesIn(token.rhs, false);
  } else if (token.kind === TokenKind.PropertyAccess && 'props' in token && Array.isArray(token.props)) {
    const segments: (string | null)[] = [];
    const inner: Token[] = [];
    for (const prop of token.props as unknown[]) {
      const content = typeof prop === 'object' && prop !== null && 'content' in prop ? prop.content : null;
      const isName = typeof content === 'string' || typeof content === 'number';
      segments.push(isName ? String(content) : null);
      if (!isName && isToken(prop)) inner.push(prop);
    }
    yield { segments, token, isBare };
    for (const one of inner) yield* usesOf(one, false);
  }
}

function isToken(value: unknown): value is Token {
  return typeof value === 'object' && value !== null && 'kind' in value && 'getText' in value;
}

function childrenOf(template: Template): Template[] {
  const walk = template.children?.(false, true);
  if (!walk) return [];
  // No included files are loaded here, so the first step of the walk is its result.
  const step = walk.next();
  return step.done ? step.value : [];
}
