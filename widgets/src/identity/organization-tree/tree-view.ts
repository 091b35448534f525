import { msg, str } from '@lit/localize';
import type { TreeNode } from '@tabard/contract';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { icon } from '../../kit/draw-icon.ts';
import type { Menu } from '../../kit/menu.ts';
import { countWords, kindName, standingMark, treeActs, type TreeAct } from './tree-acts.ts';
import { keyMove } from './tree-keys.ts';
import type { TreeRow } from './tree-rows.ts';
import { treeViewStyles } from './tree-view.styles.ts';

/** Height of a line, in px, and lines that are drawn beyond what is seen. */
const LINE = 52;
const BEYOND = 8;

/**
 * A tree of places, of which only what is in view is drawn.
 *
 * Keys: arrows, Home and End move; the arrow towards the end opens an organization and goes into it, the one towards the start closes it
 * and goes up; letters jump to the next name that begins with them; Enter and Space open what can be done; F2 renames, Delete deletes.
 *
 * @event toggle - An organization is to be opened or closed; `detail` is its id.
 * @event more - More of what lies below an organization is wanted; `detail` is its id.
 * @event act - `detail` is what is to be done with which place.
 * @event drop-place - `detail` says which place was dropped on which organization.
 */
export class TreeView extends PrefixedElement {
  static override tag = 'tree-view';
  static override uses = [Button];
  static override styles = treeViewStyles;

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) rows: readonly TreeRow[] = [];
  @property() label = '';
  /** Shows with each place where it lies: what is found lies anywhere. */
  @property({ type: Boolean }) found = false;
  @property({ attribute: false }) offers: (act: string) => boolean = () => true;
  @state() private active = '';
  @state() private top = 0;
  @state() private height = 640;
  @state() private target = '';
  @state() private menuOf: TreeNode | null = null;
  @query('.tree') private tree!: HTMLElement;
  #dragged: TreeNode | null = null;
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
    if (changed.has('rows') && !this.rows.some(({ id }) => id === this.active)) this.active = this.rows[0]?.id ?? '';
  }

  protected override updated(): void {
    this.#lay();
    // What is to come is asked for when its line is seen.
    for (const { state, parentId } of this.#drawn()) if (state === 'more' && parentId) this.tell('more', parentId);
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
  #drawn(): readonly TreeRow[] {
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

  async #press(what: 'menu' | 'rename' | 'delete', row: TreeRow): Promise<void> {
    const { node, parentId } = row;
    if (!node) {
      if (parentId) this.tell('more', parentId);
    } else if (what === 'menu') await this.#openMenu(node);
    else if (treeActs(node, this.session, this.offers).some(({ id }) => id === what))
      this.tell('act', { act: what, node });
  }

  async #openMenu(node: TreeNode): Promise<void> {
    if (treeActs(node, this.session, this.offers).length === 0) return;
    [this.active, this.menuOf] = [node.id, node];
    await this.updateComplete;
    const anchor = this.renderRoot.querySelector<HTMLElement>('.line.active .acts');
    if (anchor) await this.renderRoot.querySelector<Menu>(`${this.tagPrefix}-menu`)?.openAt(anchor);
  }

  override render(): unknown {
    const drawn = this.#drawn();
    const first = drawn[0] ? this.rows.indexOf(drawn[0]) : 0;
    return html`<div
        class="tree"
        role="tree"
        tabindex="0"
        aria-label=${this.label}
        aria-activedescendant=${this.#isDrawn(drawn) ? 'active' : nothing}
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
        label=${this.menuOf ? msg(str`Actions for ${this.menuOf.name}`) : ''}
        .items=${this.menuOf ? treeActs(this.menuOf, this.session, this.offers) : []}
        @choose=${(event: CustomEvent<TreeAct>) => this.tell('act', { act: event.detail, node: this.menuOf })}
      ></x-menu>`;
  }

  #isDrawn(drawn: readonly TreeRow[]): boolean {
    return drawn.some(({ id }) => id === this.active);
  }

  #line(row: TreeRow, index: number): TemplateResult {
    const { node, level } = row;
    const isActive = row.id === this.active;
    return html`<div
      class="line ${isActive ? 'active' : ''} ${row.id === this.target ? 'target' : ''} ${index === this.rows.length - 1 ? 'last' : ''} ${node && node.standing === 'open' ? '' : 'quiet'}"
      role="treeitem"
      id=${isActive ? 'active' : nothing}
      aria-level=${level}
      aria-posinset=${row.position}
      aria-setsize=${row.size}
      aria-expanded=${node?.organizationId && !this.found ? String(row.open) : nothing}
      aria-selected=${isActive}
      data-place=${row.id}
      draggable=${node?.canManage && !node.beingDeleted && this.#maySteer() ? 'true' : 'false'}
      data-index=${index}
      data-level=${level}
      @click=${() => (this.active = row.id)}
      @dblclick=${() => node?.organizationId && this.tell('toggle', row.id)}
      @contextmenu=${(event: Event) => {
        if (!node) return;
        event.preventDefault();
        void this.#openMenu(node);
      }}
      @dragstart=${(event: DragEvent) => this.#drag(event, node)}
      @dragover=${(event: DragEvent) => this.#over(event, node)}
      @dragleave=${() => (this.target = '')}
      @dragend=${() => (this.target = '')}
      @drop=${(event: DragEvent) => this.#drop(event, node)}
    >
      ${node ? this.#place(row, node) : this.#stand(row)}
    </div>`;
  }

  #maySteer(): boolean {
    return this.session.can('organization.manage') && this.offers('move');
  }
  #drag(event: DragEvent, node: TreeNode | null): void {
    this.#dragged = node;
    event.dataTransfer?.setData('text/plain', node?.name ?? '');
  }
  #over(event: DragEvent, node: TreeNode | null): void {
    const dragged = this.#dragged;
    if (!dragged || !node?.organizationId || node.beingDeleted) return;
    const isWithin = node.id === dragged.id || node.path.some(({ id }) => id === dragged.id);
    if (isWithin || dragged.parentId === node.id) return;
    event.preventDefault();
    this.target = node.id;
  }
  #drop(event: DragEvent, to: TreeNode | null): void {
    const node = this.#dragged;
    [this.target, this.#dragged] = ['', null];
    if (!node || !to) return;
    event.preventDefault();
    this.tell('drop-place', { node, to });
  }

  #place(row: TreeRow, node: TreeNode): TemplateResult {
    const { format } = this.session;
    const path = this.found ? node.path.map(({ name }) => name).join(' › ') : '';
    const facts = [kindName(node.kind), node.externalId, path].filter(Boolean).join(' · ');
    return html`${
        node.organizationId && !this.found
          ? html`<button
              class="toggle ${row.open ? 'open' : ''}"
              type="button"
              tabindex="-1"
              aria-hidden="true"
              @click=${() => this.tell('toggle', row.id)}
            >
              ${icon('next')}
            </button>`
          : html`<span></span>`
      }<span class="words"
        ><bdi class="strong" title=${node.name}>${node.name}</bdi
        ><span class="caption" title=${facts}
          >${facts}<span class="few"> · ${countWords(node, format)}</span></span
        ></span
      ><span class="side"><span class="caption">${countWords(node, format)}</span>${standingMark(node, format)}</span>${
        treeActs(node, this.session, this.offers).length > 0
          ? html`<button
              class="acts"
              type="button"
              tabindex="-1"
              aria-label=${msg(str`Actions for ${node.name}`)}
              @click=${() => void this.#openMenu(node)}
            >
              ${icon('more')}
            </button>`
          : html`<span></span>`
      }`;
  }

  #stand({ state, parentId, failure }: TreeRow): TemplateResult {
    if (failure)
      return html`<span></span><span class="words"><span>${textOf(failure)}</span></span
        ><x-button size="small" tabindex="-1" @click=${() => this.tell('more', parentId)}
          >${msg('Try again')}</x-button
        >`;
    return html`<span></span
      ><span class="words">${state === 'none' ? msg('Nothing lies here yet') : msg('Loading')}</span>`;
  }
}
