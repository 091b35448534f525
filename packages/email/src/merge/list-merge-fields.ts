import { Output, type Template } from 'liquidjs';
import { propertyPath } from './compile-pieces.ts';
import { parseTemplate } from './compile-template.ts';
import { liquidFor } from './liquid-engine.ts';

/** A merge field a template uses; `hasFallback` when every place that prints it has a `default`. */
export interface MergeField {
  name: string;
  hasFallback: boolean;
}

/**
 * The merge fields of a template in order of appearance; throws `TemplateError` for one that cannot be read.
 * @example mergeFields('{{ first_name | default: "there" }}') // [{ name: 'first_name', hasFallback: true }]
 */
export function mergeFields(source: string): MergeField[] {
  const engine = liquidFor('text');
  const templates = parseTemplate(engine, source);
  const bare = new Set<string>();
  collectBare(templates, bare);
  const found: MergeField[] = [];
  for (const variables of Object.values(engine.analyzeSync(templates).globals)) {
    for (const { segments } of variables) {
      const name = segments[0] === 'custom' ? segments.slice(0, 2).map(String).join('.') : String(segments[0]);
      if (!found.some((field) => field.name === name)) found.push({ name, hasFallback: !bare.has(name) });
    }
  }
  return found;
}

function collectBare(templates: readonly Template[], bare: Set<string>): void {
  for (const template of templates) {
    if (template instanceof Output) {
      const [token] = template.value.initial.postfix;
      const path = token && propertyPath(token);
      const hasDefault = template.value.filters.some((filter) => filter.name === 'default');
      if (path && !hasDefault) bare.add(path[0] === 'custom' ? path.slice(0, 2).join('.') : path[0]!);
    } else {
      collectBare(childrenOf(template), bare);
    }
  }
}

function childrenOf(template: Template): Template[] {
  const walk = template.children?.(false, true);
  if (!walk) return [];
  // No included files are loaded here, so the first step of the walk is its result.
  const step = walk.next();
  return step.done ? step.value : [];
}
