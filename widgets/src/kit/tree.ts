import { msg, str } from '@lit/localize';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { icon } from './draw-icon.ts';
import type { Menu, MenuItem } from './menu.ts';
import { keyMove } from './tree-keys.ts';
import { treeStyles } from './tree.styles.ts';

/** Height of a line, in px, and lines that are drawn beyond what is seen. */
const LINE = 52;
const BEYOND = 8;

/** One line of a tree as it stands. */
export interface TreeLine {
  id: string;
  /** The line that it lies below. */
  parentId: string | null;
  /** What letters look for; empty where it stands for others that are not there yet. */
  name: string;
  level: number;
  /** Place among its siblings, from 1, and how many there are; -1 where more are still to come. */
  position: number;
  size: number;
  /** Whether what lies below is shown; left out where nothing can lie there. */
  open?: boolean | undefined;
  /** Asks for what lies in its place: when it is seen, or when somebody presses it. */
  asks?: 'seen' | 'pressed' | undefined;
  /** Not all there, such as what is archived. */
  quiet?: boolean;
  /** Whether it can be dragged. */
  moves?: boolean;
  /** What can be done with it. */
  acts: readonly MenuItem[];
  /** Words, and what stands at the end: two cells of the line. */
  content: TemplateResult;
}

/**
 * A tree, of which only what is in view is drawn.
 *
 * Keys: arrows, Home and End move; the arrow towards the end opens a line and goes into it, the one towards the start closes it
 * and goes up; letters jump to the next name that begins with them; Enter and Space open what can be done; F2 and Delete do at once what
 * is called `rename` and `delete` there.
 *
 * @event toggle - A line is to be opened or closed; `detail` is its id.
 * @event more - More of what lies below a line is wanted; `detail` is its id.
 * @event act - `detail` is what is to be done with which line.
 * @event drop-line - `detail` says which line was dropped on which.
 */
export class Tree extends PrefixedElement {
  static override tag = 'tree';
  static override uses = [Button];
  static override styles = treeStyles;

  @property({ attribute: false }) rows: readonly TreeLine[] = [];
  @property() label = '';
  /** Whether a line may be dropped on another. */
  @property({ attribute: false }) mayDrop: (id: string, to: string) => boolean = () => false;
  /** The line that keys are about from the start; the first one without it. */
  @property() current = '';
  @state() private active = '';
  @state() private top = 0;
  @state() private height = 640;
  @state() private target = '';
  @state() private menuOf: TreeLine | null = null;
  @query('.tree') private tree!: HTMLElement;
  #dragged = '';
  #typed = { text: '', at: 0 };
  readonly #sizes = new ResizeObserver(() => (this.height = this.tree.clientHeight || this.height));

  /** Makes a line the one that keys are about, and gives the tree the focus. */
  async show(id: string): Promise<void> {
    await this.updateComplete;
    this.#go(this.rows.findIndex((row) => row.id === id));
    this.tree.focus({ preventScroll: true });
  }

  protected override firstUpdated(): void {
    this.#sizes.observe(this.tree);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#sizes.observe(this.tree);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('rows') || this.rows.some(({ id }) => id === this.active)) return;
    this.active = (this.rows.find(({ id }) => id === this.current) ?? this.rows[0])?.id ?? '';
  }

  protected override updated(): void {
    this.#lay();
    // What is to come is asked for when its line is seen.
    for (const { asks, parentId } of this.#drawn()) if (asks === 'seen' && parentId) this.tell('more', parentId);
  }

  /** Puts the lines where they belong; a page's policy may forbid the attribute that would. */
  #lay(): void {
    const body = this.tree.firstElementChild as HTMLElement; // the tree has nothing else
    body.style.blockSize = `${this.rows.length * LINE}px`;
    for (const line of body.children as HTMLCollectionOf<HTMLElement>) {
      line.style.insetBlockStart = `${Number(line.dataset['index']) * LINE}px`;
      line.style.setProperty('--level', String(Number(line.dataset['level']) - 1));
    }
  }

  get #index(): number {
    return this.rows.findIndex(({ id }) => id === this.active);
  }
  #drawn(): readonly TreeLine[] {
    const from = Math.max(0, Math.floor(this.top / LINE) - BEYOND);
    return this.rows.slice(from, Math.ceil((this.top + this.height) / LINE) + BEYOND);
  }

  #go(index: number): void {
    const row = this.rows[index];
    if (!row) return;
    this.active = row.id;
    const [from, until] = [index * LINE, (index + 1) * LINE];
    if (from < this.tree.scrollTop) this.tree.scrollTop = from;
    else if (until > this.tree.scrollTop + this.tree.clientHeight) this.tree.scrollTop = until - this.tree.clientHeight;
    this.top = this.tree.scrollTop;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.tree) return;
    const index = this.#index;
    const row = this.rows[index];
    if (!row) return;
    const move = keyMove(event.key, { rows: this.rows, index, typed: this.#type(event.key) });
    if (move === null) return;
    event.preventDefault();
    if (typeof move === 'number') this.#go(move);
    else if (move === 'toggle') this.tell('toggle', row.id);
    else void this.#press(move, row);
  };

  /** Letters typed within half a second are one word. */
  #type(key: string): string {
    if (key.length !== 1 || key === ' ') return (this.#typed.text = '');
    const now = performance.now();
    this.#typed = { text: now - this.#typed.at > 500 ? key : this.#typed.text + key, at: now };
    return this.#typed.text;
  }

  async #press(what: 'menu' | 'rename' | 'delete', row: TreeLine): Promise<void> {
    if (row.asks) {
      if (row.parentId) this.tell('more', row.parentId);
    } else if (what === 'menu') await this.#openMenu(row);
    else if (row.acts.some(({ id }) => id === what)) this.tell('act', { act: what, id: row.id });
  }

  async #openMenu(row: TreeLine): Promise<void> {
    if (row.acts.length === 0) return;
    [this.active, this.menuOf] = [row.id, row];
    await this.updateComplete;
    const anchor = this.renderRoot.querySelector<HTMLElement>('.line.active .acts');
    if (anchor) await this.renderRoot.querySelector<Menu>(`${this.tagPrefix}-menu`)?.openAt(anchor);
  }

  override render(): unknown {
    const drawn = this.#drawn();
    const first = drawn[0] ? this.rows.indexOf(drawn[0]) : 0;
    const isDrawn = drawn.some(({ id }) => id === this.active);
    return html`<div
        class="tree"
        role="tree"
        tabindex="0"
        aria-label=${this.label}
        aria-activedescendant=${isDrawn ? 'active' : nothing}
        @keydown=${this.#onKey}
        @scroll=${() => (this.top = this.tree.scrollTop)}
      >
        <div class="body" role="presentation">
          ${repeat(
            drawn,
            ({ id }) => id,
            (row, at) => this.#line(row, first + at),
          )}
        </div>
      </div>
      <x-menu
        class="menu"
        bare
        label=${this.menuOf ? actionsFor(this.menuOf.name) : ''}
        .items=${this.menuOf?.acts ?? []}
        @choose=${(event: CustomEvent<string>) => this.tell('act', { act: event.detail, id: this.menuOf?.id })}
      ></x-menu>`;
  }

  #line(row: TreeLine, index: number): TemplateResult {
    const { id, level } = row;
    const isActive = id === this.active;
    const opens = row.open !== undefined;
    return html`<div
      class="line ${isActive ? 'active' : ''} ${id === this.target ? 'target' : ''} ${index === this.rows.length - 1 ? 'last' : ''} ${row.quiet ? 'quiet' : ''}"
      role="treeitem"
      id=${isActive ? 'active' : nothing}
      aria-level=${level}
      aria-posinset=${row.position}
      aria-setsize=${row.size}
      aria-expanded=${opens ? String(row.open) : nothing}
      aria-selected=${isActive}
      data-place=${id}
      draggable=${row.moves ? 'true' : 'false'}
      data-index=${index}
      data-level=${level}
      @click=${() => (this.active = id)}
      @dblclick=${() => opens && this.tell('toggle', id)}
      @contextmenu=${(event: Event) => {
        if (row.acts.length === 0) return;
        event.preventDefault();
        void this.#openMenu(row);
      }}
      @dragstart=${(event: DragEvent) => this.#drag(event, row)}
      @dragover=${(event: DragEvent) => this.#over(event, id)}
      @dragleave=${() => (this.target = '')}
      @dragend=${() => (this.target = '')}
      @drop=${(event: DragEvent) => this.#drop(event, id)}
    >
      ${
        opens
          ? html`<button
              class="toggle ${row.open ? 'open' : ''}"
              type="button"
              tabindex="-1"
              aria-hidden="true"
              @click=${() => this.tell('toggle', id)}
            >
              ${icon('next')}
            </button>`
          : html`<span></span>`
      }${row.content}${
        row.acts.length > 0
          ? html`<button
              class="acts"
              type="button"
              tabindex="-1"
              aria-label=${actionsFor(row.name)}
              @click=${() => void this.#openMenu(row)}
            >
              ${icon('more')}
            </button>`
          : html`<span></span>`
      }
    </div>`;
  }

  #drag(event: DragEvent, row: TreeLine): void {
    this.#dragged = row.id;
    event.dataTransfer?.setData('text/plain', row.name);
  }
  #over(event: DragEvent, to: string): void {
    if (!this.#dragged || !this.mayDrop(this.#dragged, to)) return;
    event.preventDefault();
    this.target = to;
  }
  #drop(event: DragEvent, to: string): void {
    const id = this.#dragged;
    [this.target, this.#dragged] = ['', ''];
    if (!id || !this.mayDrop(id, to)) return;
    event.preventDefault();
    this.tell('drop-line', { id, to });
  }
}

const actionsFor = (name: string): string => msg(str`Actions for ${name}`);
