import { Liquid, Tag } from 'liquidjs';
import { printHtml, printText } from './escape-html.ts';
import { registerMailFilters } from './mail-filters.ts';
import { LIMITS } from './measure-source.ts';
import { TemplateError } from './template-error.ts';

/** What a template is for: it decides how values are written into it. */
export type TemplateKind = 'subject' | 'text' | 'html';

/** Longest rendered text, in characters. */
export const MAX_OUTPUT_LENGTH = 2_000_000;
// Counted by Liquid in elements and characters it creates: deterministic, so it and not the time decides in practice.
const MAX_ALLOCATIONS = 200_000;

// They load other files, keep state between places, or print without escaping: a mail is one self-contained text.
const REFUSED_TAGS = [
  'include',
  'render',
  'layout',
  'block',
  'liquid',
  'increment',
  'decrement',
  'tablerow',
  'echo',
  'cycle',
  'capture',
];
// `raw` would let a lead's data write markup; `sample` makes two renders differ; the digests have no use in a mail.
const REFUSED_FILTERS = ['raw', 'sample', 'sha256', 'hmac_sha256'];

/** The engine that defines what every template of a kind renders to. */
export function liquidFor(kind: TemplateKind): Liquid {
  return kind === 'html' ? htmlEngine : plainEngine;
}

const htmlEngine = createEngine(printHtml);
const plainEngine = createEngine(printText);

function createEngine(outputEscape: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: LIMITS.source,
    memoryLimit: MAX_ALLOCATIONS,
    templates: {},
    timezoneOffset: 0,
    locale: 'en-US',
    outputEscape,
  });
  registerMailFilters(engine);
  for (const name of REFUSED_TAGS) engine.registerTag(name, refuse(name));
  for (const name of REFUSED_FILTERS) delete engine.filters[name];
  return engine;
}

function refuse(name: string) {
  return class extends Tag {
    constructor(...[token]: ConstructorParameters<typeof Tag>) {
      super(token, [], plainEngine);
      const [line = 1, column = 1] = token.getPosition();
      const message = `The tag {% ${name} %} cannot be used in a mail (line ${line}). Write its content here instead.`;
      throw new TemplateError('template.tag_not_allowed', message, { line, column });
    }
    override render() {}
  };
}
