import { msg } from '@lit/localize';
import type { NodeView } from 'prosemirror-view';
import type { FieldName } from './editor-field.ts';

/** A merge field in a line, as a chip with its name; one that does not exist says so to eyes, pointers and screen readers. */
export class FieldView implements NodeView {
  readonly dom = document.createElement('span');
  readonly #source: string;
  readonly #nameOf: FieldName;
  readonly #all: Set<FieldView>;

  constructor(source: string, nameOf: FieldName, all: Set<FieldView>) {
    [this.#source, this.#nameOf, this.#all] = [source, nameOf, all];
    all.add(this);
    this.show();
  }

  /** Shows what the field is called now. */
  show(): void {
    const named = this.#nameOf(this.#source.slice(2, -2));
    this.dom.className = `merge chip ${named && !named.known ? 'unknown' : ''}`;
    this.dom.title = named?.hint ?? this.#source;
    this.dom.textContent = named?.label ?? this.#source;
    if (!named || named.known) return;
    const hidden = this.dom.appendChild(document.createElement('span'));
    hidden.className = 'visually-hidden';
    hidden.textContent = ` (${msg('unknown field')})`;
  }

  /** What it says of itself is no change of the text. */
  ignoreMutation(): boolean {
    return true;
  }
  destroy(): void {
    this.#all.delete(this);
  }
}
