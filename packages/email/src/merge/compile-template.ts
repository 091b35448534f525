import { Context, LiquidError, type Liquid, type Template } from 'liquidjs';
import { compilePieces, NEEDS_LIQUID, type MergeValues, type Piece } from './compile-pieces.ts';
import { liquidFor, MAX_OUTPUT_LENGTH, type TemplateKind } from './liquid-engine.ts';
import { measureHtml } from './measure-html.ts';
import { measureSource } from './measure-source.ts';
import { readFields, type FieldUse } from './read-fields.ts';
import { limitSteps } from './render-limits.ts';
import { suggestName } from './suggest-name.ts';
import { TemplateError } from './template-error.ts';

/** A template that was checked and is ready to be filled in many times. */
export interface CompiledTemplate {
  /** The merged text; throws `TemplateError` (`template.limit_exceeded`) when these values make it too large. */
  render(values: MergeValues): string;
  /** The merge fields it uses, each once, custom ones as `custom.<key>`. */
  readonly fields: string[];
  /** The same template as plain concatenation, when it is simple enough for that. */
  readonly pieces?: readonly Piece[];
}

/** What a template is compiled for. */
export interface TemplateUse {
  kind: TemplateKind;
  fields: readonly string[];
  /** The zone of the tz database in which dates are written; UTC when left out. */
  timeZone?: string;
}

/**
 * Checks a Liquid template against the fields it may use and makes it renderable; throws `TemplateError`.
 * Custom fields are read from `values.custom`. What it costs is bounded by its length, whatever it says.
 * @example compileTemplate('Hi {{ first_name | default: "there" }}', { kind: 'text', fields: ['first_name'] })
 */
export function compileTemplate(source: string, { kind, fields, timeZone }: TemplateUse): CompiledTemplate {
  const engine = liquidFor(kind);
  const templates = parseTemplate(engine, source);
  if (kind === 'html') measureHtml(source);
  const used = checkFields(templates, fields);
  const pieces = compilePieces(templates, kind);
  const renderWithLiquid = (values: MergeValues) => renderTemplate(engine, templates, values, timeZone);
  if (!pieces) probe(renderWithLiquid, fields);
  const merge = pieces ? joinPieces(pieces, renderWithLiquid) : renderWithLiquid;
  const render = kind === 'subject' ? (values: MergeValues) => oneLine(merge(values)) : merge;
  return pieces ? { render, fields: used, pieces } : { render, fields: used };
}

/** The parsed template; every way in which the source can be wrong comes out as a `TemplateError`. */
export function parseTemplate(engine: Liquid, source: string): Template[] {
  measureSource(source);
  try {
    return engine.parse(source);
  } catch (error) {
    throw explain(engine, error);
  }
}

function checkFields(templates: Template[], fields: readonly string[]): string[] {
  const known = new Set(fields);
  const used = new Set<string>();
  for (const use of readFields(templates)) used.add(checkField(use, known));
  return [...used];
}

function checkField({ segments, token }: FieldUse, known: ReadonlySet<string>): string {
  const names: string[] = [];
  for (const segment of segments) {
    if (segment === null) break;
    names.push(segment);
    if (known.has(names.join('.'))) return names.join('.');
    if (names.length > 2) break;
  }
  const field = names.join('.');
  const [line = 1, column = 1] = token.getPosition();
  const suggestion = suggestName(field, known);
  const wayOut = suggestion ? `Did you mean "${suggestion}"?` : 'Choose one of the merge fields, or add it first.';
  const message = `There is no merge field "${field}" (line ${line}, column ${column}). ${wayOut}`;
  throw new TemplateError('template.unknown_field', message, { field, line, column, suggestion });
}

function renderTemplate(engine: Liquid, templates: Template[], values: MergeValues, timeZone?: string): string {
  let output: string;
  const options = timeZone ? { ...engine.options, timezoneOffset: timeZone } : engine.options;
  try {
    const context = new Context(values, options, { sync: true }, { liquid: engine });
    Object.assign(context.renderLimit, limitSteps());
    output = String(engine.renderSync(templates, context));
  } catch (error) {
    throw explain(engine, error);
  }
  if (output.length > MAX_OUTPUT_LENGTH) throw tooMuch({});
  return output;
}

// A loop that never ends in practice must be found when the template is saved, with and without values.
function probe(render: (values: MergeValues) => string, fields: readonly string[]): void {
  const filled: MergeValues = {};
  const custom: MergeValues = {};
  for (const field of fields) {
    if (field.startsWith('custom.')) custom[field.slice('custom.'.length)] = 'sample';
    else filled[field] = 'sample';
  }
  render({});
  render({ ...filled, custom });
}

function joinPieces(pieces: readonly Piece[], renderWithLiquid: (values: MergeValues) => string) {
  return (values: MergeValues): string => {
    let output = '';
    for (const piece of pieces) {
      const part = typeof piece === 'string' ? piece : piece(values);
      if (part === NEEDS_LIQUID) return renderWithLiquid(values);
      output += part;
    }
    return output;
  };
}

function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, ' ') : text;
}

function explain(engine: Liquid, error: unknown): TemplateError {
  const original = error instanceof Error && 'originalError' in error ? error.originalError : error;
  if (original instanceof TemplateError) return original;
  const reason = original instanceof Error ? original.message : String(original);
  const [line, column] = LiquidError.is(error) ? error.token.getPosition() : [];
  if (/limit exceeded|Invalid (string|array) length|call stack/.test(reason)) return tooMuch({ line, column });
  const [, what, name] = /^(undefined filter: |tag ")([\w#]+)/.exec(reason) ?? [];
  const suggestion = name && suggestName(name, Object.keys(what === 'tag "' ? engine.tags : engine.filters));
  // Liquid's first line is clear and names the place; the rest is a dump of its parser.
  const problem = reason.split('\n')[0]!.replace(/, line:\d+, col:\d+$/, '');
  const wayOut = suggestion ? `Did you mean "${suggestion}"?` : 'Correct it and save again.';
  const where = line && column ? ` (line ${line}, column ${column})` : '';
  return new TemplateError('template.syntax', `The template cannot be read${where}: ${problem}. ${wayOut}`, {
    line,
    column,
    suggestion,
  });
}

function tooMuch({ line, column }: { line?: number; column?: number }): TemplateError {
  const where = line === undefined ? '' : ` at line ${line}`;
  const message = `The template does too much work${where}: make its loop shorter or its text smaller.`;
  return new TemplateError('template.limit_exceeded', message, { line, column });
}
