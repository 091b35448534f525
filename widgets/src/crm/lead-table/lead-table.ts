import { msg, str } from '@lit/localize';
import type { Lead, LeadFilter, LeadStatus } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { hrefOf } from '../../core/href-of.ts';
import { LinkedRecord } from '../../core/linked-record.ts';
import { missingRecord } from '../../core/missing-record.ts';
import type { Session } from '../../core/session.ts';
import { TableWidget } from '../../core/table-widget.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { rowsNote, rowsNoteStyles } from '../../kit/rows-note.ts';
import { SearchField } from '../../kit/search-field.ts';
import type { Sorting } from '../../kit/table-head.ts';
import { shownColumns, type Column } from '../../kit/table-layout.ts';
import { nothingSelected, type Selection } from '../../kit/table-selection.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { CompanyLinks } from '../company-links.ts';
import { BulkRun } from '../bulk/bulk-run.ts';
import type { ExportAsked } from '../lead-export/export-asked.ts';
import { furtherConditions } from '../filter/further-conditions.ts';
import { nameOf } from '../lead-labels.ts';
import { TagColors } from '../tag-colors.ts';
import { movedToast, RANGE_LIMIT, type Archived } from './archive-leads.ts';
import { leadBar } from './lead-bar.ts';
import { leadCard, leadColumns } from './lead-columns.ts';
import { leadEmpty } from './lead-empty.ts';
import { bothOf, filterIn, NEWEST, sortingIn } from './lead-address.ts';
import { countQuery, leadQuery, listQuery, noteOrderOf, type LeadsAsked } from './lead-queries.ts';
import { leadTableStyles } from './lead-table.styles.ts';
import { leadToolbar } from './lead-toolbar.ts';
import { OwnColumns } from './own-columns.ts';
import { statusViews, type LeadView } from './lead-views.ts';

/**
 * All leads of the workspace: search, filter, sort, open, change, archive with undo, and import from a file. A million of
 * them scroll like twenty. Views, filter and layout are the host's to keep: it gives them and hears when they change.
 *
 * @summary The list of leads.
 * @event {CustomEvent<{ lead: Lead }>} select-lead - A lead was opened. Prevent it to show the lead yourself.
 * @event {CustomEvent<{ filter: LeadFilter, where: WrittenFilter | null }>} change-filter - The reader filters for something else.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to `/companies/{id}`.
 * @csspart filters - Views, filters and search.
 * @event {CustomEvent<{ view: Omit<LeadView, 'id' | 'label'> }>} save-view - The reader wants to keep what is shown; the host names it. Only with `views`.
 */
export class LeadTable extends TableWidget {
  static override tag = 'lead-table';
  static override widgetName = 'lead-table' as const;
  static override permission = 'lead.read' as const;
  static override uses = [...widgetParts, SearchField, Table, Tabs];
  static override later = [
    ...TableWidget.later,
    async () => (await import('./lead-form.ts')).LeadForm,
    async () => (await import('./lead-selection-bar.ts')).LeadSelectionBar,
    async () => (await import('../../kit/filter-bar.ts')).FilterBar,
  ];
  static override styles = [TableWidget.styles, rowsNoteStyles, leadTableStyles];

  /** A lead to open, by its id: the target of a deep link. */
  @property({ attribute: 'lead-id' }) leadId = '';
  /** The status, or the view of `views`, that is shown. */
  @property() status: LeadStatus | 'all' | (string & {}) = 'all';
  /** Views that the host keeps, shown as tabs in place of the statuses. */
  @property({ attribute: false }) views: readonly LeadView[] | null = null;
  /** What leads are filtered by, besides the view; what is configured for this place when nothing is set. */
  @property({ attribute: false }) filter: LeadFilter | null = null;
  /** Which of these, in the language of filters: any field, in groups of all, any and not. */
  @property({ attribute: false }) where: WrittenFilter | null = null;
  @state() private sorting: Sorting = NEWEST;
  @state() private selection: Selection = nothingSelected;
  @state() private editing: Lead | null = null;
  @state() private formOpen = false;
  @state() private writing = false;
  get #views(): readonly LeadView[] {
    return this.views ?? statusViews();
  }
  get #view(): LeadView | undefined {
    return this.#views.find((view) => view.id === this.status) ?? this.#views[0];
  }
  get #filter(): LeadFilter {
    return { ...this.#added, ...this.#view?.filter };
  }
  get #added(): LeadFilter {
    // A configuration speaks the widget's own vocabulary: fields of this filter.
    return this.filter ?? (this.configuration.defaultFilter as LeadFilter | undefined) ?? {};
  }
  /** The whole question, as lists and counts take it. */
  get #asked(): LeadsAsked {
    const where = bothOf(this.#view?.where, this.where);
    return { filter: this.#filter, ...(where && { where }) };
  }
  get #columns(): readonly Column<Lead>[] {
    return leadColumns(this.format, this.configuration.columns, { own: this.#own.columns, tones: this.#colors.known });
  }

  readonly #colors = new TagColors(this);
  readonly #own = new OwnColumns(this);
  readonly #count = countQuery(this, () => this.#asked);
  readonly #list = leadQuery(this, {
    asked: () => this.#asked,
    sorting: () => this.sorting,
    total: () => this.#count.value?.count ?? null,
    onFailure: this.onFailure,
  });
  readonly #shownList = listQuery(this, () => this.#filter.listId ?? '');
  readonly #bulk = new BulkRun(this, {
    selection: () => this.selection,
    choose: (selection) => (this.selection = selection),
    without: (ids) => this.#list.patch((rows) => rows.without(ids)),
    toast: (toast) => void this.toast(toast),
  });
  readonly #linked = new LinkedRecord<Lead>(this, {
    named: () => ['leads', this.leadId],
    get: ({ client }, id) => client.leads.get({ id }),
    open: (lead) => this.#open(lead),
    leave: () => (this.formOpen = false),
    onFailure: this.onFailure,
  });

  protected readonly toCompanies = new CompanyLinks(this, (path) => this.navigate(path));
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({
      view: this.status === 'all' ? '' : this.status,
      filter: Object.keys(this.filter ?? {}).length > 0 ? JSON.stringify(this.filter) : '',
      where: this.where ? JSON.stringify(this.where) : '',
      sort: this.sorting === NEWEST ? '' : `${this.sorting.by} ${this.sorting.direction}`,
    }),
    ({ view = 'all', filter, where, sort }) => {
      [this.status, this.sorting] = [view, sortingIn(sort)];
      [this.filter, this.where] = [filterIn(filter), filterIn(where)];
    },
  );
  /** Once there was a list, its place is held while another one loads. */
  #began = false;
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What is not shown any more is not chosen either.
    if (changed.has('filter') || changed.has('where') || changed.has('status')) this.selection = nothingSelected;
    const view = changed.has('status') ? this.#view : undefined;
    if (view?.sorting) this.sorting = view.sorting;
    if (view?.layout) this.layout = view.layout;
  }

  #open(lead: Lead): void {
    this.#linked.noteOpened(lead.id);
    noteOrderOf(this.#list);
    if (this.announce('select-lead', { lead })) [this.editing, this.formOpen] = [lead, true];
  }
  #setFilter(filter: LeadFilter, where = this.where): void {
    [this.filter, this.where] = [filter, where];
    this.announce('change-filter', { filter, where });
  }
  readonly #add = (): void => void ([this.editing, this.formOpen] = [null, true]);
  #importer = (session: Session) =>
    session.can('lead.import') && this.offers('import') ? () => void this.#import(session) : null;
  readonly #close = (): void => {
    this.formOpen = false;
    this.tell('close-lead');
  };
  readonly #clear = (): void => {
    this.status = this.#views.find((view) => Object.keys(view.filter).length === 0)?.id ?? this.status;
    this.#setFilter({}, null);
  };

  readonly #archived = ({ detail }: CustomEvent<Archived>): void => {
    if (this.session) void this.toast(movedToast(detail, this.session, (act) => this.attempt(act)));
  };

  readonly #idsBetween = async (from: number, until: number): Promise<readonly string[]> => {
    if (until - from <= RANGE_LIMIT) return this.#list.idsBetween(from, until);
    void this.toast(msg(str`Choose up to ${this.format.number(RANGE_LIMIT)} at once, or all.`));
    return [];
  };

  readonly #export = (): ExportAsked => {
    const shown = shownColumns(this.#columns, this.layout);
    return { ...this.#asked, sorting: this.sorting, columns: shown.map(({ id }) => id) };
  };

  readonly #import = async (session: Session): Promise<void> => {
    // Its own chunk: most visits import nothing.
    const { openImport } = await import('../lead-import/open-import.ts');
    openImport(this, session, { show: (importId) => this.#setFilter({ importId }, null), bulk: this.#bulk.begin });
  };

  protected override view(session: Session): TemplateResult {
    return html`${leadBar({
        count: this.#count.value ? this.format.number(this.#count.value.count) : '',
        importFile: this.#importer(session),
        exported: session.can('lead.export') && this.offers('export') ? [this, session, this.#export] : null,
        twins: session.can('lead.write') ? [this, session] : null,
        add: session.can('lead.write') && this.offers('create') ? this.#add : null,
      })}
      ${this.selection.all || this.selection.ids.size > 0 ? this.#selectionBar(session) : this.#toolbar()}
      ${this.#bulk.view(session)}
      <div class="panel list">${missingRecord(this.#linked)} ${this.#rows(session)}</div>
      <x-lead-form
        .session=${session}
        .record=${this.editing}
        ?open=${this.formOpen}
        .move=${session.can('lead.write') && this.offers('archive')}
        @close=${this.#close}
        @archived=${this.#archived}
        @saved=${(event: CustomEvent<Lead>) => {
          this.#close();
          void this.toast(this.editing ? msg('Changes saved') : msg('Lead added'));
          this.editing = event.detail;
        }}
      ></x-lead-form>`;
  }

  #toolbar(): TemplateResult {
    return leadToolbar({
      views: this.#views,
      view: this.#view,
      filter: this.#added,
      listName: this.#shownList.value?.name ?? '',
      showView: (id) => (this.status = id),
      setFilter: (filter) => this.#setFilter(filter),
      askMore: () => (this.writing = true),
      conditions: furtherConditions({
        host: this,
        heading: msg('Filter leads'),
        act: msg('Show leads'),
        where: this.where,
        filter: this.#filter,
        open: this.writing,
        setOpen: (open) => (this.writing = open),
        apply: (where) => this.#setFilter(this.#added, where),
      }),
      menu: this.tableMenu(this.#columns, this.sorting, (sorting) => (this.sorting = sorting)),
      save: this.views && (this.where || Object.keys(this.filter ?? {}).length > 0) ? this.#saveView : null,
    });
  }
  readonly #saveView = (): void =>
    void this.announce('save-view', { view: { ...this.#asked, sorting: this.sorting, layout: this.layout } });

  #selectionBar(session: Session): TemplateResult {
    return html`<x-lead-selection-bar
      class="chosen"
      .session=${session}
      .selection=${this.selection}
      .filter=${this.#filter}
      .where=${this.#asked.where}
      total=${this.#count.value?.count ?? -1}
      @select-rows=${(event: CustomEvent<Selection>) => (this.selection = event.detail)}
      @bulk=${this.#bulk.begin}
    ></x-lead-selection-bar>`;
  }

  #rows(session: Session): TemplateResult {
    const list = this.#list;
    if (list.failure && !list.value) return this.failed(list.failure, () => void list.reload());
    if (!list.value && !this.#began) return this.loading();
    this.#began = true;
    if (list.value && list.count === 0) {
      const narrowed = this.#asked.where || Object.keys(this.#filter).length > 0;
      return leadEmpty(narrowed ? this.#clear : null, this.#importer(session));
    }
    return html`<x-table
        label=${msg('Leads')}
        openable
        density=${this.density}
        question=${JSON.stringify([this.#asked, this.sorting])}
        .columns=${this.#columns}
        .layout=${this.layout}
        .rows=${list}
        .revision=${list.value}
        .card=${leadCard}
        .rowName=${nameOf}
        .rowHref=${(lead: Lead) => hrefOf(this, `/leads/${lead.id}`)}
        .idsBetween=${this.#idsBetween}
        .sorting=${this.sorting}
        .selection=${session.can('lead.write') && this.offers('archive') ? this.selection : null}
        total=${list.value?.end ?? this.#count.value?.count ?? -1}
        @view-rows=${(event: CustomEvent<{ from: number; until: number }>) => list.want(event.detail.from, event.detail.until)}
        @open-row=${(event: CustomEvent<Lead>) => this.#open(event.detail)}
        @sort=${(event: CustomEvent<Sorting>) => (this.sorting = event.detail)}
        @fit-columns=${this.fitted}
        @arrange=${this.arranged}
        @select-rows=${(event: CustomEvent<Selection>) => (this.selection = event.detail)}
      ></x-table>
      ${rowsNote(list)}`;
  }
}
