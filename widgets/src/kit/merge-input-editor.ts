import { selectAll } from 'prosemirror-commands';
import { closeHistory, history, isHistoryTransaction, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Slice } from 'prosemirror-model';
import { EditorState, NodeSelection, Plugin, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView, type EditorProps } from 'prosemirror-view';
import type { EditorPlace, FieldEditor, FieldName } from './editor-field.ts';
import { adoptStyles, lineStyles } from './editors.styles.ts';
import { FieldView } from './merge-field-view.ts';
import { lineNodes, lineSchema, sourceOf } from './merge-input-schema.ts';
import { wordsOfHtml } from './words-of-html.ts';

const { field, line } = lineSchema.nodes;
/** Conditions, and fields that no chip can say: they stay as they are written. */
const CODE = /\{\{[^{}]*\}\}|\{%[^{}]*?%\}/g;

/** Makes chips of the fields that are written out, but for one that the caret is in, unless `all` are to be. */
function fold(state: EditorState, nameOf: FieldName, all = false): Transaction | null {
  const { tr, selection } = state;
  state.doc.firstChild?.forEach((node, offset) => {
    for (const { index, 0: source } of node.text?.matchAll(/\{\{[^{}]*\}\}/g) ?? []) {
      const [from, until] = [1 + offset + index, 1 + offset + index + source.length];
      const writing = !all && selection.from < until && selection.to > from;
      if (!writing && nameOf(source.slice(2, -2)))
        tr.replaceWith(tr.mapping.map(from), tr.mapping.map(until), field.create({ source }));
    }
  });
  return tr.docChanged ? tr : null;
}

/** A chip that is chosen is written out again, to be changed; the caret stands where its fallback would. */
const unfold: Command = ({ tr, selection }, dispatch) => {
  if (!(selection instanceof NodeSelection) || selection.node.type !== field) return false;
  const source = String(selection.node.attrs['source']);
  tr.replaceWith(selection.from, selection.to, lineSchema.text(source));
  const caret = selection.from + source.replace(/\s*\}\}$/, '').length;
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView());
  return true;
};

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Whether the line is read from right to left: by its first letter, or where it has none by the page. */
function readLeftwards({ dom, state }: EditorView): boolean {
  const [letter] = /\p{L}/u.exec(state.doc.textContent) ?? [];
  return letter ? RIGHT_TO_LEFT.test(letter) : getComputedStyle(dom).direction === 'rtl';
}

/** An arrow beside a chip goes to its other side, whichever way the line is read. */
const pass =
  (across: 1 | -1): Command =>
  ({ selection: { empty, $from }, tr, doc }, dispatch, view) => {
    const step = view && readLeftwards(view) ? -across : across;
    const beside = step > 0 ? $from.nodeAfter : $from.nodeBefore;
    if (!empty || beside?.type !== field) return false;
    dispatch?.(tr.setSelection(TextSelection.create(doc, $from.pos + step)).scrollIntoView());
    return true;
  };

const decorations = (state: EditorState): DecorationSet => {
  const found: Decoration[] = [];
  state.doc.firstChild?.forEach(({ text }, offset) => {
    for (const { index, 0: code } of text?.matchAll(CODE) ?? []) {
      const from = 1 + offset + index;
      found.push(Decoration.inline(from, from + code.length, { class: code.startsWith('{%') ? 'code' : 'merge' }));
    }
  });
  return DecorationSet.create(state.doc, found);
};

const plugins = (nameOf: FieldName): Plugin[] => {
  let view: EditorView | null = null;
  return [
    history(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-a': selectAll,
      ArrowLeft: pass(-1),
      ArrowRight: pass(1),
      Enter: unfold,
      F2: unfold,
    }),
    new Plugin({
      props: { decorations },
      view: (made) => ((view = made), {}),
      // What undo brings back stays as it comes, or it would never get past a chip.
      appendTransaction: (steps, _before, state) =>
        view?.composing || steps.some(isHistoryTransaction) ? null : fold(state, nameOf),
    }),
  ];
};

const oneLine = (text: string): string => text.replace(/[\r\n]+$/, '').replace(/\s*[\r\n]+\s*/g, ' ');
/** The text of what is pasted or dropped, in one line. */
const textIn = (data: DataTransfer | null): string =>
  oneLine(data?.getData('text/plain') || wordsOfHtml(data?.getData('text/html') ?? ''));

const fromOutside = (put: (text: string, at?: number) => void): EditorProps['handleDOMEvents'] => ({
  paste: (_view, event) => {
    event.preventDefault();
    put(textIn(event.clipboardData));
    return true;
  },
  drop: (view, event) => {
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    if (view.dragging || at === undefined) return false;
    event.preventDefault();
    put(textIn(event.dataTransfer), at);
    return true;
  },
  // Dictation and automatic filling bring several lines at once.
  beforeinput: (_view, event) => {
    const breaks = event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak';
    if (!breaks && !event.data?.includes('\n')) return false;
    event.preventDefault();
    if (!breaks) put(oneLine(event.data ?? ''));
    return true;
  },
});

/** Opens an editor of one line in a place of the caller's root. */
export function openLine({ place, value, editable, attributes, onStep, fieldName }: EditorPlace): FieldEditor {
  const isField = (inner: string): boolean => fieldName(inner) !== null;
  const stateOf = (text: string): EditorState =>
    EditorState.create({
      doc: lineSchema.node('doc', null, line.create(null, lineNodes(text, isField))),
      plugins: plugins(fieldName),
    });
  const chips = new Set<FieldView>();
  /** Puts text where the caret is, or to another place; undo takes it back by itself. */
  const put = (text: string, at?: number): void => {
    const { tr } = view.state;
    const slice = new Slice(lineNodes(text, isField), 0, 0);
    const step = at === undefined ? tr.replaceSelection(slice) : tr.replace(at, at, slice);
    view.dispatch(closeHistory(step).scrollIntoView());
  };
  adoptStyles(place, lineStyles);
  const view: EditorView = new EditorView(place, {
    state: stateOf(value),
    editable,
    attributes: (state) => ({ ...attributes(), ...(state.doc.firstChild?.childCount === 0 && { 'data-empty': '' }) }),
    nodeViews: { field: ({ attrs }) => new FieldView(String(attrs['source']), fieldName, chips) },
    clipboardTextSerializer: ({ content }) => sourceOf(content),
    dispatchTransaction: (step) => {
      const before = sourceOf(view.state.doc.content);
      view.updateState(view.state.apply(step));
      onStep(step.docChanged && sourceOf(view.state.doc.content) !== before);
    },
    handleDoubleClickOn: (_view, at, node) => {
      if (node.type !== field || !editable()) return false;
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
      return unfold(view.state, view.dispatch);
    },
    handleDOMEvents: {
      ...fromOutside(put),
      blur: () => {
        const folded = fold(view.state, fieldName, true);
        if (folded) view.dispatch(folded);
      },
    },
  });
  return {
    get value() {
      return sourceOf(view.state.doc.content);
    },
    insert: (text) => {
      put(text);
      view.focus();
    },
    load: (text) => {
      view.updateState(stateOf(text));
      onStep(false);
    },
    refresh: () => {
      view.setProps({});
      for (const chip of chips) chip.show();
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
