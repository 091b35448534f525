import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, Plugin, TextSelection, type Command } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView, type EditorProps } from 'prosemirror-view';
import type { EditorPlace, FieldEditor, FieldName } from './editor-field.ts';
import { adoptStyles, textStyles } from './editors.styles.ts';
import { cleanHtml, parseRichText, serializeRichText } from './rich-text-html.ts';
import { isSafeLink, richTextSchema } from './rich-text-schema.ts';

export type RichAct = 'strong' | 'em' | 'bullet_list' | 'ordered_list' | 'undo' | 'redo';
export interface RichTextEditor extends FieldEditor {
  readonly text: string;
  /** What holds at the caret, for the buttons to show. */
  readonly at: { strong: boolean; em: boolean; list: 'bullet_list' | 'ordered_list' | null; href: string };
  act(act: RichAct): void;
  /** Makes what is selected a link, or stops it being one with `''`. False when the address is none. */
  link(href: string): boolean;
}
/** Its value is HTML. */
export interface RichTextOptions extends EditorPlace {
  onLink: () => void;
}

const { nodes, marks } = richTextSchema;

/** Merge fields stand out from the words around them, by their names; one that the caret is in is shown as it is written. */
const mergeFields = (nameOf: FieldName): Plugin =>
  new Plugin({
    props: {
      decorations: ({ doc, selection }) => {
        const found: Decoration[] = [];
        doc.descendants((node, at) => {
          for (const { index, 0: field } of node.text?.matchAll(/\{\{.*?\}\}/g) ?? []) {
            const [from, until] = [at + index, at + index + field.length];
            const writing = selection.from < until && selection.to > from;
            const named = writing ? null : nameOf(field.slice(2, -2));
            const looks = named
              ? { class: `merge named ${named.known ? '' : 'unknown'}`, 'data-label': named.label, title: named.hint }
              : { class: 'merge' };
            found.push(Decoration.inline(from, until, looks));
          }
        });
        return DecorationSet.create(doc, found);
      },
    },
  });

const toggleList =
  (kind: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    const list = $from.depth > 1 ? $from.node($from.depth - 2) : null;
    if (list?.type === nodes[kind]) return liftListItem(nodes.list_item)(state, dispatch);
    if (list?.type === nodes.bullet_list || list?.type === nodes.ordered_list) {
      dispatch?.(state.tr.setNodeMarkup($from.before($from.depth - 2), nodes[kind]));
      return true;
    }
    return wrapInList(nodes[kind])(state, dispatch);
  };
const acts: Record<RichAct, Command> = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullet_list: toggleList('bullet_list'),
  ordered_list: toggleList('ordered_list'),
  undo,
  redo,
};

/** HTML from outside as a slice that fits where it is put; ours never goes through the browser's parser uncleaned. */
function sliceOf(html: string, view: EditorView): Slice {
  const context = view.state.selection.$from;
  return Slice.maxOpen(DOMParser.fromSchema(richTextSchema).parseSlice(cleanHtml(html), { context }).content, true);
}

function plugins(onLink: () => void, nameOf: FieldName): Plugin[] {
  const hardBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  };
  return [
    history(),
    mergeFields(nameOf),
    inputRules({
      rules: [wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list), wrappingInputRule(/^1\.\s$/, nodes.ordered_list)],
    }),
    // Tab is not among the keys: it leaves the field.
    keymap({
      'Mod-b': acts.strong,
      'Mod-i': acts.em,
      'Mod-k': () => {
        onLink();
        return true;
      },
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': liftListItem(nodes.list_item),
      'Shift-Enter': hardBreak,
      Enter: chainCommands(splitListItem(nodes.list_item), baseKeymap['Enter'] as Command),
    }),
    keymap(baseKeymap),
  ];
}

/** Takes HTML that comes from elsewhere itself, cleaned; everything else stays the library's. */
const takeHtml = (html: string | undefined, event: Event, put: (html: string) => void): boolean => {
  if (!html) return false;
  event.preventDefault();
  put(html);
  return true;
};

/** What comes from other places: pasted, dropped, dictated. */
const fromOutside: EditorProps['handleDOMEvents'] = {
  paste: (view, event) =>
    takeHtml(event.clipboardData?.getData('text/html'), event, (given) =>
      view.dispatch(view.state.tr.replaceSelection(sliceOf(given, view)).scrollIntoView().setMeta('paste', true)),
    ),
  drop: (view, event) =>
    !view.dragging &&
    takeHtml(event.dataTransfer?.getData('text/html'), event, (given) => {
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      if (at !== undefined) view.dispatch(view.state.tr.replaceRange(at, at, sliceOf(given, view)));
    }),
  // Dictation and automatic filling bring several lines at once; they are paragraphs.
  beforeinput: (view, event) => {
    if (event.inputType !== 'insertText' || !event.data?.includes('\n')) return false;
    event.preventDefault();
    return view.pasteText(event.data);
  },
};

/** Opens an editor in a place of the caller's root. */
export function openEditor({
  place,
  value,
  editable,
  attributes,
  onStep,
  onLink,
  fieldName,
}: RichTextOptions): RichTextEditor {
  const stateOf = (source: string): EditorState =>
    EditorState.create({ doc: parseRichText(source), plugins: plugins(onLink, fieldName) });
  adoptStyles(place, textStyles);
  const view: EditorView = new EditorView(place, {
    state: stateOf(value),
    editable,
    attributes: (state) => ({ ...attributes(), ...(state.doc.textContent === '' && { 'data-empty': '' }) }),
    dispatchTransaction: (step) => {
      view.updateState(view.state.apply(step));
      onStep(step.docChanged);
    },
    handleDOMEvents: fromOutside,
  });
  const run = (command: Command): void => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  return {
    get value() {
      return serializeRichText(view.state.doc);
    },
    get text() {
      return view.state.doc.textBetween(0, view.state.doc.content.size, '\n\n', '\n');
    },
    get at() {
      return caretOf(view.state);
    },
    act: (act) => run(acts[act]),
    link: (href) => {
      if (href !== '' && !isSafeLink(href)) return false;
      run((state, dispatch) => linkSelection(state, dispatch, href.trim()));
      return true;
    },
    insert: (text) => {
      view.dispatch(view.state.tr.insertText(text).scrollIntoView());
      view.focus();
    },
    load: (source) => {
      view.updateState(stateOf(source));
      onStep(false);
    },
    refresh: () => view.setProps({}),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

function caretOf(state: EditorState): RichTextEditor['at'] {
  const { from, to, empty, $from } = state.selection;
  const has = (mark: 'strong' | 'em'): boolean =>
    empty
      ? Boolean(marks[mark].isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(from, to, marks[mark]);
  const list = $from.depth > 1 ? $from.node($from.depth - 2).type.name : '';
  const link = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? []);
  return {
    strong: has('strong'),
    em: has('em'),
    list: list === 'bullet_list' || list === 'ordered_list' ? list : null,
    href: String(link?.attrs['href'] ?? ''),
  };
}

/** A link over what is selected, over the link the caret is in, or, where nothing is, over its own address as text. */
function linkSelection(state: EditorState, dispatch: EditorView['dispatch'] | undefined, href: string): boolean {
  const { tr } = state;
  let { from, to } = state.selection;
  if (state.selection.empty) [from, to] = linkAround(state);
  tr.removeMark(from, to, marks.link);
  if (href !== '' && from === to) {
    tr.insertText(href, from);
    to = from + href.length;
  }
  if (href !== '') tr.addMark(from, to, marks.link.create({ href }));
  tr.setSelection(TextSelection.create(tr.doc, to));
  dispatch?.(tr.removeStoredMark(marks.link));
  return true;
}

function linkAround(state: EditorState): [from: number, to: number] {
  const { $from } = state.selection;
  let [from, to] = [$from.pos, $from.pos];
  const start = $from.start();
  $from.parent.forEach((node, offset) => {
    const [head, tail] = [start + offset, start + offset + node.nodeSize];
    if (marks.link.isInSet(node.marks) && head <= $from.pos && $from.pos <= tail) [from, to] = [head, tail];
  });
  return [from, to];
}
