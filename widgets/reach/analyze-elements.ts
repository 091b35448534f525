import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { create } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import ts from 'typescript-of-analyzer';
import type { ElementContract } from './element-contract.ts';
import { printType } from './print-type.ts';

const root = join(import.meta.dirname, '..');
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
};

/** A class as the analyzer finds it, as far as we read it. */
interface Found {
  name: string;
  tag: string;
  module: string;
  isWidget: boolean;
  base: string;
  summary: string;
  description: string;
  members: Described[];
  attributes: Described[];
  events: Described[];
  slots: Described[];
  cssParts: Described[];
  cssStates: Described[];
  cssProperties: Described[];
  examples: string[];
}
interface Described {
  name: string;
  description?: string;
  default?: string;
  kind?: string;
  fieldName?: string;
  attribute?: string;
  privacy?: string;
  static?: boolean;
  type?: { text: string };
}
type RawClass = Partial<Omit<Found, 'module' | 'tag'>> & { superclass?: { name: string }; kind: string };

/** Reads every element's contract from its doc comments and its types: those a host embeds, and the primitives of the kit. */
export function analyzeElements(): { elements: ElementContract[]; kit: ElementContract[] } {
  const files = globSync(['src/*/*/*.ts', 'src/kit/*.ts', 'src/core/{provider,widget}.ts'], { cwd: root })
    .filter((file) => !/\.(styles|test)\.ts$|\/locales\/|\/reach\//.test(file))
    .toSorted()
    .map((file) => join(root, file));
  const program = ts.createProgram(files, options, hostWithEventTypes());
  const sources = files.map((file) => program.getSourceFile(file)!); // just given to it
  const { modules } = create({
    modules: sources,
    plugins: [...litPlugin(), exampleReader()],
    context: { dev: false },
  }) as {
    modules: { path: string; declarations?: RawClass[] }[];
  };
  const classes = modules.flatMap(({ path, declarations = [] }) =>
    declarations.filter(({ kind }) => kind === 'class').map((one) => toFound(relative(root, path), one)),
  );
  const base = classes.find(({ name }) => name === 'Widget');
  if (!base) throw new Error('The base class of the elements is not where it was: src/core/widget.ts.');
  const read = typesOf(program);
  const contract = (one: Found, above?: Found): ElementContract => toContract(one, above, read);
  return {
    elements: classes
      .filter(({ tag, isWidget }) => tag && isWidget)
      .map((one) => contract(one, one.base === 'Widget' ? base : undefined)),
    kit: classes.filter(({ tag, module }) => tag && module.startsWith('src/kit/')).map((one) => contract(one)),
  };
}

function toFound(module: string, one: RawClass): Found {
  const members = one.members ?? [];
  const tag = members.find(({ name }) => name === 'tag')?.default?.replaceAll(/['"]/g, '') ?? '';
  return {
    name: one.name ?? '',
    tag,
    module,
    isWidget: tag === 'provider' || members.some(({ name }) => name === 'widgetName'),
    base: one.superclass?.name ?? '',
    summary: one.summary ?? '',
    description: one.description ?? '',
    members,
    attributes: one.attributes ?? [],
    events: one.events ?? [],
    slots: one.slots ?? [],
    cssParts: one.cssParts ?? [],
    cssStates: one.cssStates ?? [],
    cssProperties: one.cssProperties ?? [],
    examples: one.examples ?? [],
  };
}

function toContract(found: Found, base: Found | undefined, read: TypeReader): ElementContract {
  const texts = (own: Described[], inherited: Described[] = []) =>
    merge(own, inherited).map(({ name, description = '' }) => ({ name, description }));
  const publicFields = found.members.filter(
    (member) => member.kind === 'field' && !member.static && !member.privacy && !member.name.startsWith('#'),
  );
  return {
    name: found.tag,
    className: found.name,
    module: found.module,
    summary: found.summary,
    description: found.description.replaceAll(/\s*\n\s*/g, ' '),
    attributes: found.attributes.map(({ name, description = '', default: initial = '', fieldName = name }) => {
      const { type, values } = read.field(found, fieldName);
      return { name, field: fieldName, description, type, values, default: initial };
    }),
    properties: publicFields
      .filter((member) => !member.attribute && !found.attributes.some(({ fieldName }) => fieldName === member.name))
      .filter((member) => member.description && read.isProperty(found, member.name))
      .map(({ name, description = '', default: initial = '' }) => ({
        name,
        description,
        type: read.field(found, name).type,
        default: initial,
      })),
    events: merge(found.events, base?.events).map(({ name, description = '' }) => ({
      name,
      description,
      detail: (base && read.detail(base, name)) ?? read.detail(found, name) ?? 'unknown',
    })),
    slots: texts(found.slots, base?.slots),
    parts: texts(found.cssParts, base?.cssParts),
    states: texts(found.cssStates, base?.cssStates),
    variables: texts(found.cssProperties, base?.cssProperties),
    examples: found.examples,
  };
}

/** What an element says itself wins over what its base says. */
const merge = (own: Described[], inherited: Described[] = []): Described[] => [
  ...own,
  ...inherited.filter(({ name }) => !own.some((one) => one.name === name)),
];

interface TypeReader {
  field(of: Found, name: string): { type: string; values: string[] };
  /** Whether a host may set it: declared with `@property`. */
  isProperty(of: Found, name: string): boolean;
  detail(of: Found, event: string): string | null;
}

function typesOf(program: ts.Program): TypeReader {
  const checker = program.getTypeChecker();
  const source = ({ module }: Found) => program.getSourceFile(join(root, module))!; // it was analyzed
  const declaration = (of: Found, name: string): ts.PropertyDeclaration | undefined =>
    source(of)
      .statements.filter((one) => ts.isClassDeclaration(one))
      .find((one) => one.name?.text === of.name)
      ?.members.filter((one) => ts.isPropertyDeclaration(one))
      .find((one) => one.name.getText() === name);
  return {
    field(of, name) {
      const property = declaration(of, name);
      if (!property) return { type: 'string', values: [] };
      const type = checker.getTypeAtLocation(property);
      const values = (type.isUnion() ? type.types : [])
        .filter((one) => one.isStringLiteral())
        .map(({ value }) => value);
      return {
        type: printType(checker, type),
        values: values.toSorted((a, b) => source(of).text.indexOf(a) - source(of).text.indexOf(b)),
      };
    },
    isProperty(of, name) {
      const property = declaration(of, name);
      return ((property && ts.getDecorators(property)) ?? []).some((one) =>
        one.expression.getText().startsWith('property('),
      );
    },
    detail(of, event) {
      const alias = source(of)
        .statements.filter((one) => ts.isTypeAliasDeclaration(one))
        .find((one) => one.name.text === eventAlias(of.name, event));
      if (!alias) return null;
      const type = checker.getTypeAtLocation(alias);
      const detail = type.getProperty('detail');
      // A type the module does not know is an error type, which says nothing.
      return detail ? printType(checker, checker.getTypeOfSymbol(detail)) : null;
    },
  };
}

const eventAlias = (of: string, event: string): string => `Event_${of}_${event.replaceAll('-', '_')}`;

/** Types of events stand in comments; as aliases at the end of their module the compiler can read them. */
function hostWithEventTypes(): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const plain = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = plain(path);
    if (!text || !path.startsWith(join(root, 'src'))) return text;
    const name = [...text.matchAll(/export (?:abstract )?class (\w+)/g)].at(-1)?.[1] ?? '';
    const aliases = [...text.matchAll(/@(?:event|fires) \{(CustomEvent<.+?>)\} ([\w-]+)/g)].map(
      ([, type = '', event = '']) => `type ${eventAlias(name, event)} = ${type};`,
    );
    return `${text}\n${aliases.join('\n')}`;
  };
  return host;
}

/** The analyzer leaves examples out. */
function exampleReader(): object {
  return {
    name: 'examples',
    analyzePhase({ node, moduleDoc }: { node: ts.Node; moduleDoc: { declarations: RawClass[] } }) {
      if (!ts.isClassDeclaration(node)) return;
      const found = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
      const examples = ts
        .getJSDocTags(node)
        .filter((tag) => tag.tagName.text === 'example')
        .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '');
      if (found) found.examples = examples;
    },
  };
}
