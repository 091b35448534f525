import { hrefOf } from './href-of.ts';
import { kebabCase } from '@tabard/contract/letter-case';
import { msg, str } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from '../base/decorators.ts';
import { badgeMark, badgeMarkStyles } from '../kit/badge-mark.ts';
import { SearchField } from '../kit/search-field.ts';
import type { Column } from '../kit/table-layout.ts';
import { nothingSelected, type Selection } from '../kit/table-selection.ts';
import { Table } from '../kit/table.ts';
import { defineElement } from '../base/define-element.ts';
import { archiveSwitch } from './archive-switch.ts';
import { columnsOf } from './columns-of.ts';
import { html } from '../base/html.ts';
import { LinkedForm } from './linked-form.ts';
import { ListQuery } from './list-query.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Archivable, FormEnds, ListView, ListWords, RecordArea } from './record-area.ts';
import { missingRecord } from './missing-record.ts';
import { RecordBeside, type RecordLook } from './record-beside.ts';
import { recordEmpty } from './record-empty.ts';
import { recordListStyles } from './record-list.styles.ts';
import { selectionBar } from './selection-bar.ts';
import type { Session } from './session.ts';
import { TableWidget } from './table-widget.ts';
import { ViewQuery } from './view-query.ts';
import { viewTabs } from './view-tabs.ts';
import { widgetParts } from './widget-parts.ts';

export type { Archivable, FormEnds, ListView, ListWords, RecordArea, RecordLook };

/**
 * The base of list pages: search, views, live and archived ones, open one in its form, make one, archive many with undo. A noun's
 * list says its columns, its words and its form; the rest is here. `T` is a row, `R` what its form needs of a record.
 *
 * @event navigate - It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself.
 */
export abstract class RecordList<T extends R, R extends Archivable = T> extends TableWidget {
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, SearchField, Table];
  static override styles: CSSResultGroup = [TableWidget.styles, badgeMarkStyles, recordListStyles];
  /** A record to open, by its id: the target of a deep link. `new` opens the form for another one. */
  @property({ attribute: 'record-id' }) recordId = '';
  @state() private search = '';
  @state() private archived = false;
  /** The view that a person chose; until then the one that is configured. */
  @state() private chosenView: unknown = undefined;
  @state() private selection: Selection = nothingSelected;
  /** The record that is open in the form; null makes a new one, undefined shows no form. */
  @state() private opened: R | null | undefined;

  /** The first word of its answers' cache keys: the noun's router. */
  protected abstract readonly area: string;
  /** What writing needs. */
  protected abstract readonly writePermission: Permission;
  /** What archiving and restoring need. */
  protected get archivePermission(): Permission {
    return this.writePermission;
  }
  /** What making one is called where a place's actions are configured. */
  protected readonly addAction: string = 'create';
  /** The noun's procedures. */
  protected abstract procedures(session: Session): RecordArea<T, R>;
  protected abstract words(): ListWords;
  protected abstract allColumns(): Column<T>[];
  /** A row where there is no room for columns. */
  protected abstract card(row: T): TemplateResult;
  /** The code of its form. */
  protected abstract loadForm(): Promise<PrefixedElementClass>;
  /** The form, over a record or for a new one. */
  protected abstract formView(session: Session, record: R | null, ends: FormEnds): TemplateResult;
  /** The form takes the place of the list. */
  protected readonly inPlace: boolean = false;
  protected readonly cardHeight: number = 60;
  /** What is shown of one record beside the list, where there is room. */
  protected readonly look: RecordLook<T> | null = null;
  readonly #beside = new RecordBeside<T>(this, () => this.look);

  /** What its reader filters by besides the view and the words of a search, as the noun's plain filter in JSON; empty for nothing. */
  @state() protected narrowing = '';
  /** What stands above the rows besides tabs. */
  protected toolbar(_session: Session): TemplateResult | '' {
    return '';
  }

  /** Parts of the list of live ones, the whole of it first; without any there are no tabs. */
  protected views(): readonly ListView[] {
    return [];
  }

  /** The view that is configured for this place. */
  protected configuredView(): unknown {
    return undefined;
  }

  get #view(): ListView | undefined {
    const views = this.views();
    return views.find(({ id }) => id === (this.chosenView ?? this.configuredView())) ?? views[0];
  }

  /** The rows that are loaded. */
  protected get items(): readonly T[] {
    return this.#list.items;
  }

  readonly #list = new ListQuery<T>(this, {
    key: () => [this.area, 'list', this.search, this.archived || this.#view?.id, this.narrowing],
    ask: async (session, page) =>
      this.procedures(session).list({
        ...page,
        filter: {
          ...(this.search && { search: this.search }),
          ...(this.narrowing && (JSON.parse(this.narrowing) as object)),
          ...(this.archived ? { archived: true } : this.#view?.filter),
        },
      }),
    onFailure: this.onFailure,
  });
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({
      search: this.search,
      view: this.chosenView ? this.#view?.id : '',
      archived: this.archived ? 'yes' : '',
      filter: this.narrowing,
    }),
    ({ search = '', view, archived, filter = '' }) =>
      void ([this.search, this.chosenView, this.archived, this.narrowing] = [search, view, archived === 'yes', filter]),
  );
  protected readonly linked = new LinkedForm<R>(this, {
    named: () => [this.area, this.recordId],
    get: (session, id) => this.procedures(session).get({ id }),
    open: (record) => void this.openForm(record),
    mayMake: () => this.#mayAdd(),
    leave: () => (this.opened = undefined),
    onFailure: this.onFailure,
  });

  readonly #mayAdd = (): boolean => !!this.session?.can(this.writePermission) && this.offers(this.addAction);
  /** Opens the form, whose code comes when it is first wanted. */
  protected async openForm(record: R | null): Promise<void> {
    try {
      defineElement(this.tagPrefix, await this.loadForm());
      this.opened = record;
    } catch (error) {
      void this.attempt(() => Promise.reject(error));
    }
  }

  readonly #pathOf = ({ id }: T): string => `/${kebabCase(this.area)}/${id}`;
  /** Opens a record where its address leads, or here. */
  protected visit(record: T): void {
    if (this.navigate(this.#pathOf(record))) void this.openForm(record);
  }

  protected add(): void {
    void this.openForm(null);
  }

  #leave(): void {
    this.opened = undefined;
    this.tell('close-record');
  }

  readonly #ends: FormEnds = {
    move: ({ id, archivedAt }) => {
      this.#leave();
      if (this.session) void this.move(this.session, [id], !archivedAt);
    },
    close: () => this.#leave(),
    saved: () => {
      this.#leave();
      const { saved } = this.words();
      if (saved) void this.toast(saved);
    },
  };

  /** Shows one as it will be before the platform has changed it; the function takes that back. */
  protected showAhead(id: string, change: Partial<T>): () => void {
    return this.#list.patch((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    }));
  }

  /** Whether some may be taken out of the list. */
  protected get mayMove(): boolean {
    return !!this.session?.can(this.archivePermission) && this.offers('archive');
  }

  /** Takes some out of the list, or brings them back; the message offers the way back. */
  protected async move(session: Session, ids: readonly string[], archive: boolean): Promise<void> {
    const undo = this.#list.patch((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.includes(id)) }));
    this.selection = nothingSelected;
    if (!(await this.attempt(() => this.put(session, ids, archive), undo))) return;
    session.cache.invalidate([this.area]);
    const count = this.format.number(ids.length);
    const text = archive
      ? this.format.plural(ids.length, { one: msg('1 archived'), other: msg(str`${count} archived`) })
      : this.format.plural(ids.length, { one: msg('1 restored'), other: msg(str`${count} restored`) });
    const run = async (): Promise<void> => {
      await this.attempt(() => this.put(session, ids, !archive));
      session.cache.invalidate([this.area]);
    };
    void this.toast({ text, action: { label: msg('Undo'), run: () => void run() } });
  }

  /** Has them archived or restored. */
  protected put(session: Session, ids: readonly string[], archived: boolean): PromiseLike<unknown> {
    const acts = this.procedures(session);
    return acts[archived ? 'archive' : 'restore']({ ids: [...ids] });
  }

  protected override view(session: Session): TemplateResult {
    if (this.inPlace && this.opened !== undefined) return this.formView(session, this.opened, this.#ends);
    const words = this.words();
    const columns = columnsOf(this.configuration, this.allColumns());
    const add = this.#mayAdd()
      ? html`<x-button variant="primary" icon="plus" @click=${() => this.add()}>${words.add}</x-button>`
      : '';
    return html`<div class="bar">
        <h1>${words.heading} ${this.archived ? badgeMark(msg('Archived'), 'neutral') : ''}</h1>
        <div class="row push">
          <x-search
            class="grow"
            label=${words.search}
            value=${this.search}
            @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
          ></x-search>
          ${archiveSwitch(this.archived, this.#turn)}${this.tableMenu(columns)}${add}
        </div>
      </div>
      ${missingRecord(this.linked)}
      ${this.selection.ids.size > 0 ? this.#chosen(session) : html`${this.#tabs(words)}${this.toolbar(session)}`}
      <div class="with">
        <div class="panel list">${this.show(this.#list, ({ items }) => this.#rows(session, items, columns, add))}</div>
        ${this.#beside.view(session, this.items)}
      </div>
      ${this.opened === undefined ? '' : this.formView(session, this.opened, this.#ends)}`;
  }

  readonly #clear = (): void => {
    [this.search, this.chosenView, this.narrowing] = ['', this.views()[0]?.id, ''];
  };

  readonly #turn = (): void => void ([this.archived, this.selection] = [!this.archived, nothingSelected]);

  #tabs({ heading, views = heading }: ListWords): TemplateResult | '' {
    const choose = (id: string): void => void (this.chosenView = id);
    return this.archived ? '' : viewTabs({ label: views, views: this.views(), chosen: this.#view?.id, choose });
  }

  #chosen(session: Session): TemplateResult {
    const ids = [...this.selection.ids];
    return selectionBar({
      count: this.format.number(ids.length),
      act: this.archived ? msg('Restore') : msg('Archive'),
      run: () => void this.move(session, ids, !this.archived),
      clear: () => (this.selection = nothingSelected),
    });
  }

  #rows(session: Session, items: readonly T[], columns: readonly Column<T>[], add: unknown): TemplateResult {
    const words = this.words();
    if (items.length === 0) {
      const narrowed = this.search || this.narrowing || (!this.archived && this.#view?.filter);
      return recordEmpty(words, { clear: narrowed ? this.#clear : null, archived: this.archived, add });
    }
    return html`<x-table
      openable
      card-height=${this.cardHeight}
      label=${words.heading}
      density=${this.density}
      .columns=${columns}
      .layout=${this.layout}
      .rows=${items}
      .card=${(row: T) => this.card(row)}
      .rowHref=${(row: T) => hrefOf(this, this.#pathOf(row))}
      .selection=${this.mayMove ? this.selection : null}
      pointed=${this.#beside.shown(items)?.id ?? ''}
      @point-row=${this.#beside.point}
      ?has-more=${this.#list.hasMore}
      @need-more=${() => void this.#list.more()}
      @fit-columns=${this.fitted}
      @arrange=${this.arranged}
      @open-row=${(event: CustomEvent<T>) => this.visit(event.detail)}
      @select-rows=${(event: CustomEvent<Selection>) => this.#choose(event.detail, items)}
    ></x-table>`;
  }

  /** Everything means what is loaded: what nobody has seen is not chosen. */
  #choose(selection: Selection, items: readonly T[]): void {
    const ids = selection.all ? items.map(({ id }) => id).filter((id) => !selection.ids.has(id)) : [...selection.ids];
    this.selection = { all: false, ids: new Set(ids) };
  }
}
