import type { Check } from './check.ts';
import { parseSource, visit } from './parse-source.ts';
import { isCode, isTest, readFiles, type SourceFile } from './source-files.ts';

/** Rooms whose texts reach recipients, clients or the host's DOM. */
const rooms = /^(packages\/email|platform\/src\/http|packages\/theme|widgets)\//;
const productName = /tabard/i;
/** A line that must name the product says so on the line before: `// white-label: <why nobody outside can see it>`. */
const reason = /\/\/ white-label: \S.{9,}/;

/** Nothing a client or recipient can see names the product: no string of the rooms that speak to them does. */
export const whiteLabel: Check = {
  name: 'white label',
  run(root, changed) {
    const files = readFiles(
      root,
      (path) => rooms.test(path) && path.includes('/src/') && isCode(path) && !isTest(path),
      changed,
    );
    return { problems: files.flatMap(judgeFile) };
  },
};

function judgeFile(file: SourceFile): string[] {
  const { program, at } = parseSource(file);
  const lines = file.text.split('\n');
  const modules = new Set<number>();
  const found = new Map<number, string>();
  const judge = (text: string, position: number): void => {
    if (!productName.test(text) || modules.has(position)) return;
    const place = at(position);
    const line = Number(place.split(':').at(-1));
    if (!reason.test(lines[line - 2] ?? ''))
      found.set(position, `${place}: the text ${JSON.stringify(text.slice(0, 60))} names the product.`);
  };
  // Names of modules never leave the bundler.
  for (const node of program.body) if ('source' in node && node.source) modules.add(node.source.start);
  visit(program, {
    ImportExpression: (node) => void modules.add(node.source.start),
    TSImportType: (node) => void modules.add(node.source.start),
    Literal: (node) => typeof node.value === 'string' && judge(node.value, node.start),
    TemplateElement: (node) => judge(node.value.raw, node.start),
  });
  return [...found.values()];
}
