import { Fragment, Schema, type DOMOutputSpec, type Node as LineNode } from 'prosemirror-model';

/** What may become a chip, as a text has it. */
const FIELD = /\{\{[^{}]*\}\}/g;

/** One line of text and merge fields; each field keeps the very signs it was written with. */
export const lineSchema = new Schema({
  nodes: {
    doc: { content: 'line' },
    line: {
      content: 'inline*',
      // Nothing of what is read from the page is folded: spaces and breaks come back as they were.
      whitespace: 'pre',
      parseDOM: [{ tag: 'div' }],
      toDOM: (): DOMOutputSpec => ['div', 0],
    },
    text: { group: 'inline' },
    field: {
      inline: true,
      atom: true,
      group: 'inline',
      attrs: { source: {} },
      // What is copied is what was written; what is seen is the editor's matter.
      toDOM: ({ attrs }): DOMOutputSpec => ['span', String(attrs['source'])],
    },
  },
});

/** The source of nodes: together the text of the template language that they were read from, sign for sign. */
export const sourceOf = (nodes: Fragment): string =>
  nodes.textBetween(0, nodes.size, '', ({ attrs }) => String(attrs['source']));

/** Text as nodes, with a chip for each field that `isField` takes. */
export function lineNodes(text: string, isField: (inner: string) => boolean): Fragment {
  const nodes: LineNode[] = [];
  let end = 0;
  const write = (until: number): void => {
    if (until > end) nodes.push(lineSchema.text(text.slice(end, until)));
  };
  for (const { index, 0: source } of text.matchAll(FIELD)) {
    if (!isField(source.slice(2, -2))) continue;
    write(index);
    nodes.push(lineSchema.nodes.field.create({ source }));
    end = index + source.length;
  }
  write(text.length);
  return Fragment.from(nodes);
}
