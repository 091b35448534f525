import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { create } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import ts from 'typescript-of-analyzer';
import type { ElementContract } from './element-contract.ts';
import { openProgram, root } from './open-program.ts';
import { readSignatures, type SignatureReader } from './read-signatures.ts';

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

/** Reads every element's contract from its doc comments and its types: those a host embeds, and the primitives of the kit. The program is what they were read from. */
export function analyzeElements(): { elements: ElementContract[]; kit: ElementContract[]; program: ts.Program } {
  const files = globSync(['src/*/*/*.ts', 'src/kit/*.ts', 'src/core/{frame,provider,widget,*-widget,record-list}.ts'], {
    cwd: root,
  })
    .filter((file) => !/\.(styles|test)\.ts$|\/locales\/|\/reach\//.test(file))
    .toSorted();
  const program = openProgram(files);
  const sources = files.map((file) => program.getSourceFile(join(root, file))!); // just given to it
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
  const byName = new Map(classes.map((one) => [one.name, one]));
  if (!byName.has('Widget')) throw new Error('The base class of the elements is not where it was: src/core/widget.ts.');
  /** The classes above one, the nearest first. */
  const above = ({ base }: Found): Found[] => {
    const next = byName.get(base);
    return next ? [next, ...above(next)] : [];
  };
  const read = readSignatures(program);
  const contract = (one: Found): ElementContract => toContract(one, above(one), read);
  return {
    program,
    elements: classes.filter(({ tag, isWidget }) => tag && isWidget).map(contract),
    kit: classes.filter(({ tag, module }) => tag && module.startsWith('src/kit/')).map(contract),
  };
}

function toFound(module: string, one: RawClass): Found {
  const members = one.members ?? [];
  const tag = members.find(({ name }) => name === 'tag')?.default?.replaceAll(/['"]/g, '') ?? '';
  return {
    name: one.name ?? '',
    tag,
    module,
    isWidget:
      tag === 'provider' ||
      tag === 'frame' ||
      (tag !== 'task-page' && members.some(({ name }) => name === 'widgetName')), // the page is a part of its element
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

function toContract(found: Found, above: Found[], read: SignatureReader): ElementContract {
  const all = (of: (one: Found) => Described[]) => [found, ...above].map(of).reduce(merge);
  const texts = (of: (one: Found) => Described[]) =>
    all(of).map(({ name, description = '' }) => ({ name, description }));
  const detail = (event: string): string | null => {
    for (const one of [found, ...above]) {
      const said = read.detail(one, event);
      if (said) return said;
    }
    return read.shared(event);
  };
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
      return { name, field: fieldName, description, default: initial, ...read.field(found, fieldName) };
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
    events: all(({ events }) => events).map(({ name, description = '' }) => ({
      name,
      description,
      detail: detail(name) ?? 'null',
    })),
    slots: texts(({ slots }) => slots),
    parts: texts(({ cssParts }) => cssParts),
    states: texts(({ cssStates }) => cssStates),
    variables: texts(({ cssProperties }) => cssProperties),
    examples: found.examples,
  };
}

/** What an element says itself wins over what its base says. */
const merge = (own: Described[], inherited: Described[]): Described[] => [
  ...own,
  ...inherited.filter(({ name }) => !own.some((one) => one.name === name)),
];

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
