import { kebabCase } from '@tabard/contract/letter-case';
import { msg, str } from '@lit/localize';
import type { Page, Permission } from '@tabard/contract';
import { css, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from '../base/decorators.ts';
import { badgeMark, badgeMarkStyles } from '../kit/badge-mark.ts';
import { SearchField } from '../kit/search-field.ts';
import type { Column, TableLayout } from '../kit/table-layout.ts';
import { nothingSelected, type Selection } from '../kit/table-selection.ts';
import { Table } from '../kit/table.ts';
import { defineElement } from '../base/define-element.ts';
import { columnsOf } from './columns-of.ts';
import { html } from '../base/html.ts';
import { ListQuery } from './list-query.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import { Query } from './query.ts';
import type { Session } from './session.ts';
import { TableWidget } from './table-widget.ts';
import { widgetParts } from './widget.ts';

/** A record that can be taken out of its list and brought back. */
export interface Archivable {
  id: string;
  archivedAt: string | null;
}

/** The standard procedures of a noun, as lists use them. */
export interface RecordArea<T> {
  list(input: {
    cursor?: string;
    limit?: number;
    filter?: { search?: string; archived?: boolean };
  }): PromiseLike<Page<T>>;
  get(input: { id: string }): PromiseLike<T>;
  archive(input: { ids: string[] }): PromiseLike<unknown>;
  restore(input: { ids: string[] }): PromiseLike<unknown>;
}

/** What a list says. */
export interface ListWords {
  heading: string;
  search: string;
  add: string;
  /** Where there is none, and what one is for. */
  none: string;
  purpose: string;
  /** Where none fits the search. */
  noMatch: string;
  saved: string;
}

/**
 * The base of list pages: search, live and archived ones, open one in its form, make one, archive many with undo. A noun's list
 * says its columns, its words and its form; the rest is here.
 *
 * @event navigate - It wants to go to the address of a record, such as `/templates/{id}`. Prevent it to go there yourself.
 */
export abstract class RecordList<T extends Archivable> extends TableWidget {
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, SearchField, Table];
  static override styles: CSSResultGroup = [
    TableWidget.styles,
    badgeMarkStyles,
    css`
      h1 .badge {
        align-self: center;
      }
      .list {
        display: flex;
        flex-direction: column;
        overflow: hidden;
        max-block-size: 760px;
      }
      @media (max-width: 460px) {
        .bar > .row {
          flex-wrap: wrap;
        }
        .bar .grow {
          flex: 1 0 100%;
        }
      }
      .selection {
        padding: 4px 8px 4px 14px;
        margin-block-end: var(--_space-3);
        border-radius: var(--_radius-control);
        background: var(--_accent-soft);
        color: var(--_accent-text);
        font-weight: var(--_font-weight-medium);
        font-size: var(--_font-size-s);
      }
    `,
  ];
  /** A record to open, by its id: the target of a deep link. */
  @property({ attribute: 'record-id' }) recordId = '';
  @state() private search = '';
  @state() private archived = false;
  @state() private selection: Selection = nothingSelected;
  /** The record that is open in the form; null makes a new one, undefined shows no form. */
  @state() private opened: T | null | undefined;

  /** The first word of its answers' cache keys: the noun's router. */
  protected abstract readonly area: string;
  /** What writing needs. */
  protected abstract readonly writePermission: Permission;
  /** What making one is called where a place's actions are configured. */
  protected readonly addAction: string = 'create';
  /** The noun's procedures. */
  protected abstract procedures(session: Session): RecordArea<T>;
  protected abstract words(): ListWords;
  protected abstract allColumns(): Column<T>[];
  /** A row where there is no room for columns. */
  protected abstract card(row: T): TemplateResult;
  /** The code of its form. */
  protected abstract loadForm(): Promise<PrefixedElementClass>;
  /** The form, over a record or for a new one. */
  protected abstract formView(session: Session, record: T | null, ends: FormEnds): TemplateResult;
  protected readonly cardHeight: number = 60;

  readonly #list = new ListQuery<T>(this, {
    key: () => [this.area, 'list', this.search, this.archived],
    ask: async (session, page) =>
      this.procedures(session).list({
        ...page,
        filter: { ...(this.search && { search: this.search }), ...(this.archived && { archived: true }) },
      }),
    onFailure: this.onFailure,
  });
  readonly #linked = new Query(this, {
    key: () => (this.recordId ? [this.area, 'get', this.recordId] : null),
    ask: async (session) => {
      const record = await this.procedures(session).get({ id: this.recordId });
      void this.openForm(record);
      return record;
    },
    onFailure: this.onFailure,
  });

  /** Opens the form, whose code comes when it is first wanted. */
  protected async openForm(record: T | null): Promise<void> {
    defineElement(this.tagPrefix, await this.loadForm());
    this.opened = record;
  }

  /** Opens a record where its address leads, or here. */
  protected visit(record: T): void {
    const path = kebabCase(this.area);
    if (this.navigate(`/${path}/${record.id}`)) void this.openForm(record);
  }

  #leave(): void {
    this.opened = undefined;
    this.tell('close-record');
  }

  readonly #ends: FormEnds = {
    close: () => this.#leave(),
    saved: () => {
      this.#leave();
      void this.toast(this.words().saved);
    },
  };

  /** Takes some out of the list, or brings them back; the message offers the way back. */
  protected async move(session: Session, ids: readonly string[], archive: boolean): Promise<void> {
    const { area } = this;
    const moved = this.#list.items.filter(({ id }) => ids.includes(id));
    const undo = this.#list.patch((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.includes(id)) }));
    this.selection = nothingSelected;
    if (!(await this.attempt(() => this.#put(session, ids, archive), undo))) return;
    session.cache.invalidate([area]);
    const count = this.format.number(ids.length);
    const text = archive
      ? this.format.plural(ids.length, { one: msg('1 archived'), other: msg(str`${count} archived`) })
      : this.format.plural(ids.length, { one: msg('1 restored'), other: msg(str`${count} restored`) });
    const run = async (): Promise<void> => {
      if ((await this.attempt(() => this.#put(session, ids, !archive))) && archive)
        await this.attempt(() => this.wasUndone(session, moved));
      session.cache.invalidate([area]);
    };
    void this.toast({ text, action: { label: msg('Undo'), run: () => void run() } });
  }

  #put(session: Session, ids: readonly string[], archived: boolean): PromiseLike<unknown> {
    const acts = this.procedures(session);
    return archived ? acts.archive({ ids: [...ids] }) : acts.restore({ ids: [...ids] });
  }

  /** After an archiving was undone: makes of those that are back what they were before, where restoring does not. */
  protected async wasUndone(_session: Session, _records: readonly T[]): Promise<void> {}

  protected override view(session: Session): TemplateResult {
    void this.#linked;
    const words = this.words();
    const writes = session.can(this.writePermission);
    const columns = columnsOf(this.configuration, this.allColumns());
    const add =
      writes && this.offers(this.addAction)
        ? html`<x-button variant="primary" icon="plus" @click=${() => void this.openForm(null)}>${words.add}</x-button>`
        : '';
    return html`<div class="bar">
        <h1>${words.heading} ${this.archived ? badgeMark(msg('Archived'), 'neutral') : ''}</h1>
        <div class="row push">
          <x-search
            class="grow"
            label=${words.search}
            @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
          ></x-search>
          ${this.#archiveSwitch()}${this.tableMenu(columns)}${add}
        </div>
      </div>
      ${this.selection.ids.size > 0 ? this.#selectionBar(session) : ''}
      <div class="panel list">${this.show(this.#list, ({ items }) => this.#rows(session, items, columns, add))}</div>
      ${this.opened === undefined ? '' : this.formView(session, this.opened, this.#ends)}`;
  }

  #archiveSwitch(): TemplateResult {
    const label = this.archived ? msg('Show active') : msg('Show archived');
    return html`<x-button
      variant="quiet"
      icon="archive"
      label=${label}
      title=${label}
      aria-pressed=${this.archived}
      @click=${() => {
        [this.archived, this.selection] = [!this.archived, nothingSelected];
      }}
    ></x-button>`;
  }

  #selectionBar(session: Session): TemplateResult {
    const count = this.format.number(this.selection.ids.size);
    const act = this.archived ? msg('Restore') : msg('Archive');
    return html`<div class="row selection" role="toolbar" aria-label=${msg('Selected')}>
      <span class="num" aria-live="polite">${msg(str`${count} selected`)}</span>
      <x-button
        class="push"
        size="small"
        icon="archive"
        @click=${() => void this.move(session, [...this.selection.ids], !this.archived)}
        >${act}</x-button
      >
      <x-button size="small" variant="quiet" @click=${() => (this.selection = nothingSelected)}
        >${msg('Clear')}</x-button
      >
    </div>`;
  }

  #rows(session: Session, items: readonly T[], columns: readonly Column<T>[], add: unknown): TemplateResult {
    const words = this.words();
    if (items.length === 0) {
      if (this.archived && !this.search)
        return html`<x-empty drawing="mail" heading=${msg('Nothing is archived')}></x-empty>`;
      return html`<x-empty
        drawing=${this.search ? 'search' : 'mail'}
        heading=${this.search ? words.noMatch : words.none}
        text=${words.purpose}
        >${this.search ? '' : add}</x-empty
      >`;
    }
    const chooses = session.can(this.writePermission) && this.offers('archive');
    return html`<x-table
      openable
      card-height=${this.cardHeight}
      label=${words.heading}
      density=${this.density}
      .columns=${columns}
      .layout=${this.layout}
      .rows=${items}
      .card=${(row: T) => this.card(row)}
      .selection=${chooses ? this.selection : null}
      ?has-more=${this.#list.hasMore}
      @need-more=${() => void this.#list.more()}
      @arrange=${(event: CustomEvent<TableLayout>) => this.arrange(event.detail)}
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

/** What a form's end means to its list. */
export interface FormEnds {
  close: () => void;
  saved: () => void;
}
