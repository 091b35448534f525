import { nothing, type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { RowsView } from '../base/sparse-rows.ts';
import { clickRow } from './click-row.ts';
import { kitStyles } from './kit.styles.ts';
import { observeBoxes } from './observe-boxes.ts';
import { RowWindow } from './row-window.ts';
import { TableArranging } from './table-arranging.ts';
import { tableHeadStyles } from './table-head.styles.ts';
import { sortedBy, tableHead, type Sorting } from './table-head.ts';
import { boundActive, enterCell, pressRowKey, type KeyedGrid } from './table-keys.ts';
import { tableRow } from './table-row.ts';
import { arranges, fittingColumns, setTracks, unfitColumns, type Column, type TableLayout } from './table-layout.ts';
import { isSelected, RowChoice, type Selection } from './table-selection.ts';
import { tableStyles } from './table.styles.ts';

type Row = Readonly<Record<'id', string>>;
/** Below this width of its own a row is a card. */
const CARD_WIDTH = 620;

/**
 * Rows in a window that moves over them: a million cost as much as twenty. Rows that are not loaded yet show their shape.
 * Where room is short, columns that may give way do; below 620 px of its own width each row is a card. The keyboard map stands at `pressRowKey`, that of the heads at `tableHead`.
 *
 * @fires open-row - `detail` is the row.
 * @fires point-row - The pointer or the focus came to a row; `detail` is the row.
 * @fires sort - `detail` is the new sorting.
 * @fires select-rows - `detail` is the new selection.
 * @fires arrange - `detail` is the new layout: a column was resized or moved.
 * @fires view-rows - `detail` is the range drawn, `{ from, until }`: what is missing of it may be loaded.
 * @fires fit-columns - `detail` are the ids of the columns that there is no room for, null where rows are cards.
 * @fires need-more - The end of what is loaded is near.
 * @csspart scroll - What scrolls.
 */
export class Table extends PrefixedElement {
  static override tag = 'table';
  static override styles = [kitStyles, tableHeadStyles, tableStyles];

  @property({ attribute: false }) columns: readonly Column<never>[] = [];
  /** The rows, or a view of a list of which only parts are known. */
  @property({ attribute: false }) rows: readonly Row[] | RowsView<Row> = [];
  /** Changes when a known row of a view did. */
  @property({ attribute: false }) revision: unknown = null;
  /** What a row looks like where there is no room for columns. */
  @property({ attribute: false }) card: ((row: never) => unknown) | null = null;
  /** What a row is called when it is chosen. */
  @property({ attribute: false }) rowName: ((row: never) => string) | null = null;
  /** The address of a row, where it has one: then it is a link. */
  @property({ attribute: false }) rowHref: ((row: never) => string | null) | null = null;
  @property({ attribute: false }) sorting: Sorting | null = null;
  @property({ attribute: false }) selection: Selection | null = null;
  /** The ids of a range of rows, for choosing more than is loaded. */
  @property({ attribute: false }) idsBetween: ((from: number, until: number) => Promise<readonly string[]>) | null =
    null;
  /** What the reader changed about the columns; without it they stay as they are. */
  @property({ attribute: false }) layout: TableLayout | null = null;
  @property() label = '';
  @property({ reflect: true }) density: 'normal' | 'compact' = 'normal';
  /** Names what is asked; when it changes, the table begins at its top. */
  @property() question = '';
  /** Rows there are in all, loaded or not; -1 when nobody knows. */
  @property({ type: Number }) total = -1;
  @property({ type: Boolean, attribute: 'has-more' }) hasMore = false;
  @property({ type: Boolean }) openable = false;
  /** The id of the row that something beside the table is about. */
  @property() pointed = '';
  @property({ type: Number, attribute: 'card-height' }) cardHeight = 76;
  @query('.scroll') private scroller!: HTMLElement | null;
  /** The width in px that columns share, without a bar to scroll with; more than any table needs until it is measured. */
  @state() room = Infinity;
  @state() private active = { row: 0, cell: -1 };
  @state() private activeHead = 0;
  /** Said to who cannot see it. */
  @state() private said = '';
  #shown: readonly Column<never>[] = [];
  #headHeight = 36;
  #focusWanted = false;
  /** The row that had the focus before an update, and which one it was. */
  #held: readonly [line: HTMLElement, index: string | undefined] | null = null;

  readonly #window = new RowWindow(this, {
    scroller: () => this.scroller,
    count: () => this.#view.count,
    head: () => this.#headHeight,
    onView: (from, until) => {
      if (this.hasMore && until >= this.#view.count - 15) this.tell('need-more');
      this.tell('view-rows', { from, until });
    },
  });
  readonly #choice = new RowChoice({
    selection: () => this.selection,
    idAt: (index) => this.#view.at(index)?.id,
    idsBetween: () => this.idsBetween,
    // Kept at once: before its holder gives it back another row may be chosen.
    choose: (selection) => this.tell('select-rows', (this.selection = selection)),
  });
  readonly #arranging = new TableArranging({
    columns: () => this.columns,
    layout: () => this.layout ?? {},
    show: (widths) => setTracks(this.style, this.#shown, widths),
    keep: (layout) => this.tell('arrange', layout),
    say: (words) => (this.said = words),
  });
  readonly #sizes = observeBoxes(
    (target, size) => {
      if (target.classList.contains('probe')) this.#window.setRowHeight(size.blockSize);
      else if (target !== this) this.#headHeight = size.blockSize;
      this.room = this.offsetWidth - (this.scroller ? this.scroller.offsetWidth - this.scroller.clientWidth : 0);
    },
    () => this.#view.count > 0,
  );

  get #view(): RowsView<Row> {
    const { rows } = this;
    return 'at' in rows && 'count' in rows ? rows : { count: rows.length, at: (index) => rows[index] };
  }
  get #cards(): boolean {
    return this.room <= CARD_WIDTH && this.card !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watchSizes();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }
  protected override firstUpdated(): void {
    this.#watchSizes();
  }
  #watchSizes(): void {
    if (!this.hasUpdated || !this.isConnected) return;
    this.#sizes.observe(this);
    for (const one of this.renderRoot.querySelectorAll('.probe, .head')) this.#sizes.observe(one);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (arranges(changed)) this.#shown = fittingColumns(this, this.#shown);
    if (changed.has('question') && this.hasUpdated) {
      this.#window.toTop();
      this.#choice.reset();
      this.active = { row: 0, cell: -1 };
    }
    const line = this.shadowRoot?.activeElement?.closest<HTMLElement>('.rows .line');
    this.#held = line ? [line, line.dataset['index']] : null;
    this.active = boundActive(this.active, this.#view.count, this.#shown.length);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (arranges(changed)) {
      setTracks(this.style, this.#shown, this.layout?.widths);
      this.tell('fit-columns', this.#cards ? null : unfitColumns(this, this.#shown));
    }
    // With the last one chosen goes the bar that acts on them; whoever pressed a button in it goes on in the rows.
    if (changed.get('selection')?.ids.size && !this.selection?.ids.size && document.activeElement === document.body)
      this.#goTo(this.active.row, -1);
    if (changed.has('cardHeight')) this.style.setProperty('--card', `${this.cardHeight}px`);
    this.#keepFocus();
  }

  /** A focused row that scrolled away leaves the focus to the scroller, and takes it back when it returns. */
  #keepFocus(): void {
    const { shadowRoot: root, scroller } = this;
    const target = root?.querySelector<HTMLElement>('.rows [tabindex="0"]');
    if (target && (this.#focusWanted || root?.activeElement === scroller)) target.focus({ preventScroll: true });
    else if (this.#held && (!root?.activeElement || this.#held[0].dataset['index'] !== this.#held[1]))
      scroller?.focus({ preventScroll: true });
    if (target) this.#focusWanted = false;
  }

  #goTo(row: number, cell: number): void {
    this.active = { row, cell };
    this.#focusWanted = true;
    this.#window.reveal(row);
  }

  #tellOf(index: number, name = 'open-row'): void {
    const row = this.#view.at(index);
    if (row) this.tell(name, row);
  }

  #keyed(): KeyedGrid {
    return {
      rowCount: this.#view.count,
      page: this.#window.page,
      active: this.active,
      cellCount: this.#cards ? 0 : this.#shown.length,
      rtl: getComputedStyle(this).direction === 'rtl',
      selects: this.selection !== null,
      goTo: (row, cell) => this.#goTo(row, cell),
      open: (row) => this.#tellOf(row),
      toggle: (row, range) => void this.#choice.toggle(row, range ? this.active.row : null),
      toggleAll: this.#choice.toggleAll,
      enterCell: (row, cell) => enterCell(this.renderRoot, row, cell),
    };
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.key === 'Escape' && target.closest('[role=gridcell]'))
      return this.#goTo(this.active.row, this.active.cell);
    // Inside a cell the keys belong to what is used there.
    if (!target.matches('[role=row], [role=gridcell], .scroll')) return;
    if (pressRowKey(this.#keyed(), event)) event.preventDefault();
  };

  readonly #onHeadKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const by = getComputedStyle(this).direction === 'rtl' ? -step : step;
    event.preventDefault();
    if (event.shiftKey && this.layout) return this.#arranging.press(event, by);
    this.activeHead = Math.min(this.#shown.length - 1, Math.max(0, this.activeHead + by));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.head [tabindex="0"]')?.focus());
  };

  #hrefOf(row: Row | undefined): string | null {
    return row ? (this.rowHref?.(row as never) ?? null) : null; // rows and addresses come from one caller, who knows their type
  }
  readonly #onClick = (event: MouseEvent): void =>
    clickRow(event, {
      hrefAt: (index) => this.#hrefOf(this.#view.at(index)),
      open: (index) => this.#tellOf(index),
      choose: this.selection && ((index) => void this.#choice.toggle(index, index)),
    });

  override render(): unknown {
    const { count } = this.#view;
    const { drawn } = this.#window;
    return html`<div
        class="scroll"
        part="scroll"
        tabindex=${drawn.includes(this.active.row) || count === 0 ? -1 : 0}
        @keydown=${this.#onKey}
      >
        <div
          class="grid ${this.#cards ? 'cards' : ''}"
          role="grid"
          aria-label=${this.label}
          aria-rowcount=${this.total >= 0 ? this.total + 1 : -1}
          aria-multiselectable=${this.selection ? 'true' : nothing}
        >
          <div role="rowgroup" @keydown=${this.#onHeadKey}>${this.#head()}</div>
          <div class="body ${this.openable ? 'open' : ''} ${this.#cards ? 'cards' : ''}">
            <div class="rows" role="rowgroup" @click=${this.#onClick} @auxclick=${this.#onClick}>
              ${repeat(drawn, this.#window.slotOf, (index) => this.#row(index))}
            </div>
            <div class="line probe"></div>
          </div>
        </div>
      </div>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  #head(): unknown {
    const { selection, layout } = this;
    return tableHead({
      columns: this.#shown,
      sorting: this.sorting,
      active: Math.min(this.activeHead, this.#shown.length - 1),
      all: selection && { on: selection.ids.size > 0 ? 'mixed' : selection.all, toggle: this.#choice.toggleAll },
      arranging: layout ? this.#arranging : null,
      sortBy: (id) => this.tell('sort', sortedBy(id, this.sorting)),
      focused: (at) => (this.activeHead = at),
    });
  }

  #row(index: number): unknown {
    const { selection, rowName } = this;
    const row = this.#view.at(index) as never; // Rows, names and cells come from one caller, who knows their type.
    const known = row as Row | undefined;
    const card = this.#cards ? this.card : null;
    const chosen = selection && known !== undefined && isSelected(selection, known.id);
    const active = index === this.active.row ? this.active.cell : null;
    const href = this.#hrefOf(known);
    // Scrolling renders the table many times a second; a row that is the same is left alone.
    return guard([index, row, this.#shown, card, chosen, active, href, known?.id === this.pointed], () =>
      tableRow({
        index,
        row,
        columns: this.#shown,
        card,
        chosen,
        name: known && rowName ? rowName(row) : '',
        href,
        active,
        pointed: known?.id === this.pointed,
        toggle: (event) => void this.#choice.toggle(index, event.shiftKey ? index : null),
        focused: () => (this.active = { row: index, cell: -1 }),
        point: () => this.#tellOf(index, 'point-row'),
      }),
    );
  }
}
