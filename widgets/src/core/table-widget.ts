import type { TemplateResult } from 'lit';
import { property, state } from '../base/decorators.ts';
import type { Sorting } from '../kit/table-head.ts';
import type { Column, TableLayout } from '../kit/table-layout.ts';
import { html } from '../base/html.ts';
import { Widget } from './widget.ts';
import { learnFurtherWords } from './learn-further-words.ts';

/**
 * The base of elements that show a table whose columns and density its reader arranges. The layout is the host's to keep: it
 * gives it and hears when it changes.
 *
 * @event {CustomEvent<{ layout: TableLayout, density: string }>} change-layout - The reader resized, moved or hid columns, or chose a density.
 */
export abstract class TableWidget extends Widget {
  static override later = [...Widget.later, async () => (await import('../kit/table-menu.ts')).TableMenu];

  /** Order, widths and hidden columns. */
  @property({ attribute: false }) layout: TableLayout = {};
  /** How dense the rows are. */
  @property() density: 'normal' | 'compact' = 'normal';
  /** The columns that gave way to the width, by id; null where rows are cards. */
  @state() private unfit: readonly string[] | null = [];

  protected readonly arranged = (event: CustomEvent<TableLayout>): void => this.arrange(event.detail);
  protected readonly fitted = (event: CustomEvent<readonly string[] | null>): void => {
    if (String(event.detail) !== String(this.unfit)) this.unfit = event.detail;
  };

  protected override firstUpdated(): void {
    super.firstUpdated();
    learnFurtherWords(this);
  }

  protected arrange(layout: TableLayout, density = this.density): void {
    [this.layout, this.density] = [layout, density];
    this.announce('change-layout', { layout, density });
  }

  /** Lets the reader arrange the table: of these columns, and sorted by what where it sorts. Cards that sort by nothing have nothing to arrange. */
  protected tableMenu(
    columns: readonly Column<never>[],
    sorting: Sorting | null = null,
    sortBy?: (sorting: Sorting) => void,
  ): TemplateResult | '' {
    if (!this.unfit && !sorting) return '';
    return html`<x-table-menu
      class="menu"
      .columns=${columns}
      .layout=${this.layout}
      .unfit=${this.unfit}
      .sorting=${sorting}
      density=${this.density}
      @arrange=${this.arranged}
      @densify=${(event: CustomEvent<'normal' | 'compact'>) => this.arrange(this.layout, event.detail)}
      @sort=${(event: CustomEvent<Sorting>) => sortBy?.(event.detail)}
    ></x-table-menu>`;
  }
}
