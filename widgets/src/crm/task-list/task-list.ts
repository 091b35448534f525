import { msg } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import type { TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { hrefOf } from '../../core/href-of.ts';
import { LinkedForm } from '../../core/linked-form.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import { missingRecord } from '../../core/missing-record.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { TableWidget } from '../../core/table-widget.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { viewTabs } from '../../core/view-tabs.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import { addDays } from '../../kit/calendar-days.ts';
import { Menu } from '../../kit/menu.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Select } from '../../kit/select.ts';
import type { Sorting } from '../../kit/table-head.ts';
import { nothingSelected, type Selection } from '../../kit/table-selection.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { checkMarkStyles } from '../task/check-mark.ts';
import { changeTasks, checkTask, deleteTasks, type TaskActor } from '../task/task-acts.ts';
import type { TaskPreset } from '../task/task-form.ts';
import { TaskLines } from '../task/task-lines.ts';
import { wallOf } from '../task/wall-clock.ts';
import { taskCard, taskColumns } from './task-columns.ts';
import { noNarrowing, taskFilter, type TaskNarrowing } from './task-filter.ts';
import { TaskSelection } from './task-selection.ts';
import { taskListStyles } from './task-list.styles.ts';
import { agendaOf, daysAhead, daysOf, taskViews, type TaskView } from './task-words.ts';

/** What one of the dialogs is about. */
type Aside = 'feed' | 'report';

/**
 * What is to be done: today and next, as a list that can be searched and sorted, and as a calendar. One press completes a task, and many
 * can be completed, assigned, moved and deleted at once, each with the way back.
 *
 * @summary The tasks of a workspace.
 * @event navigate - It wants to go to the address of a task, or of the lead or company that one is about. Prevent it to go there yourself.
 */
export class TaskList extends TableWidget {
  static override tag = 'task-list';
  static override widgetName = 'task-list' as const;
  static override permission = 'task.read' as const;
  static override uses = [...widgetParts, Menu, SearchField, Select, Table, Tabs, TaskLines, TaskSelection];
  static override styles = [TableWidget.styles, badgeMarkStyles, listPanelStyles, checkMarkStyles, taskListStyles];
  /** A task to open, by its id: the target of a deep link. `new` opens the form for another one. */
  @property({ attribute: 'record-id' }) recordId = '';
  @state() private shown: TaskView = 'today';
  @state() private search = '';
  @state() private narrowing: TaskNarrowing = noNarrowing;
  @state() private sorting: Sorting = { by: 'due', direction: 'asc' };
  @state() private selection: Selection = nothingSelected;
  /** The task in the drawer; null makes a new one, undefined shows no form. */
  @state() private opened: Task | null | undefined;
  @state() private preset: TaskPreset = {};
  @state() private aside: Aside | null = null;

  readonly #people = new Query(this, {
    key: () => ['taskPeople'],
    ask: (session) => session.client.tasks.people({}),
  });
  readonly #list = new ListQuery<Task>(this, {
    key: () =>
      this.shown === 'calendar'
        ? null
        : ['tasks', 'list', this.shown, this.search, JSON.stringify(this.narrowing), JSON.stringify(this.sorting), this.#today],
    ask: ({ client }, page) => client.tasks.list({ ...page, ...this.#asked() }),
    onFailure: this.onFailure,
  });
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({
      view: this.shown === 'today' ? '' : this.shown,
      search: this.search,
      assignee: this.narrowing.assignee,
      type: this.narrowing.type,
      status: this.narrowing.status === 'open' ? '' : this.narrowing.status || 'all',
      due: this.narrowing.due,
    }),
    (given) => {
      this.shown = taskViews().find(({ id }) => id === given['view'])?.id ?? 'today';
      this.search = given['search'] ?? '';
      const status = given['status'] === 'all' ? '' : given['status'] || 'open';
      const { assignee = '', type = '', due = '' } = given;
      this.narrowing = { assignee, type, status, due } as TaskNarrowing; // what it does not know is asked for and finds nothing
    },
  );
  protected readonly linked = new LinkedForm<Task>(this, {
    named: () => ['tasks', this.recordId],
    get: (session, id) => session.client.tasks.get({ id }),
    open: (task) => void this.#open(task),
    mayMake: () => this.#writes,
    leave: () => (this.opened = undefined),
    onFailure: this.onFailure,
  });

  get #today(): string {
    return wallOf(Date.now(), this.session?.timeZone ?? 'UTC').day;
  }
  get #writes(): boolean {
    return !!this.session?.can('task.write') && this.offers('create');
  }

  #asked() {
    const { assignee, type, status, due } = this.narrowing;
    const whose = { ...(assignee && { assigneeId: assignee }), ...(type && { type: [type] }) };
    if (this.shown === 'today')
      return {
        filter: { ...whose, ...(this.search && { search: this.search }), status: ['open' as const] },
        ...{ sort: 'due' as const, direction: 'asc' as const, dueTo: addDays(this.#today, daysAhead) },
      };
    return {
      filter: { ...whose, ...(this.search && { search: this.search }), ...(status && { status: [status] }) },
      sort: this.sorting.by === 'title' ? ('title' as const) : ('due' as const),
      direction: this.sorting.direction,
      ...daysOf(due, this.#today),
    };
  }

  get #actor(): TaskActor {
    return {
      session: this.session!, // only what is shown can be done something with
      attempt: async (change) => {
        const done = await this.attempt(change);
        this.session?.cache.invalidate(['tasks']);
        return done;
      },
      toast: (toast) => void this.toast(toast),
    };
  }

  /** Opens the form, whose code comes when it is first wanted. */
  async #open(task: Task | null, preset: TaskPreset = {}): Promise<void> {
    try {
      defineElement(this.tagPrefix, (await import('../task/task-form.ts')).TaskForm);
      [this.opened, this.preset] = [task, preset];
    } catch (error) {
      void this.attempt(() => Promise.reject(error));
    }
  }

  readonly #visit = (task: Task): void => {
    if (this.navigate(`/tasks/${task.id}`)) void this.#open(task);
  };

  #leave(): void {
    this.opened = undefined;
    this.tell('close-record');
  }

  async #show(aside: Aside): Promise<void> {
    try {
      const parts = {
        feed: async () => (await import('./calendar-feed-dialog.ts')).CalendarFeedDialog,
        report: async () => (await import('./task-report.ts')).TaskReport,
      };
      defineElement(this.tagPrefix, await parts[aside]());
      this.aside = aside;
    } catch (error) {
      void this.attempt(() => Promise.reject(error));
    }
  }

  protected override view(session: Session): TemplateResult {
    const people = this.#people.value?.items ?? [];
    return html`<div class="bar">
        <h1>${msg('Tasks')}</h1>
        <div class="row push">
          ${
            this.shown === 'calendar'
              ? ''
              : html`<x-search
                  class="grow"
                  label=${msg('Search tasks')}
                  value=${this.search}
                  @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
                ></x-search>`
          }
          ${this.shown === 'list' ? this.tableMenu(this.#columns(), this.sorting, (sorting) => (this.sorting = sorting)) : ''}
          <x-menu
            icon="more"
            label=${msg('More')}
            .items=${[
              { id: 'feed', label: msg('Calendar feed'), icon: 'calendar' },
              { id: 'report', label: msg('Who did what'), icon: 'chart' },
            ]}
            @choose=${(event: CustomEvent<Aside>) => void this.#show(event.detail)}
          ></x-menu>
          ${
            this.#writes
              ? html`<x-button variant="primary" icon="plus" @click=${() => void this.#open(null)}
                  >${msg('New task')}</x-button
                >`
              : ''
          }
        </div>
      </div>
      ${missingRecord(this.linked)}
      <div class="row above">
        ${viewTabs({ label: msg('Tasks'), views: taskViews(), chosen: this.shown, choose: this.#choose })}
        ${taskFilter({ view: this.shown, narrowing: this.narrowing, people, choose: (chosen) => (this.narrowing = chosen) })}
      </div>
      ${this.#body(session)} ${this.#form(session)} ${this.#aside(session)}`;
  }

  readonly #choose = (view: string): void => {
    [this.shown, this.selection] = [view as TaskView, nothingSelected];
    if (view === 'calendar')
      void import('./task-calendar.ts').then(
        ({ TaskCalendar }) => defineElement(this.tagPrefix, TaskCalendar),
        (error: unknown) => void this.attempt(() => Promise.reject(error)),
      );
  };

  #body(session: Session): unknown {
    if (this.shown === 'calendar') return this.#calendar(session);
    return this.show(this.#list, ({ items }) => (this.shown === 'today' ? this.#agenda(session, items) : this.#table(items)));
  }

  #calendar(session: Session): TemplateResult {
    if (!customElements.get(`${this.tagPrefix}-task-calendar`)) this.#choose('calendar');
    return html`<x-task-calendar
      .session=${session}
      .narrowing=${this.narrowing}
      today=${this.#today}
      @open-task=${(event: CustomEvent<Task>) => this.#visit(event.detail)}
      @check-task=${(event: CustomEvent<Task>) => void checkTask(this.#actor, event.detail)}
      @add-task=${(event: CustomEvent<string>) => this.#writes && void this.#open(null, { due: event.detail })}
      @move-task=${(event: CustomEvent<{ task: Task; due: string }>) =>
        void changeTasks(this.#actor, [event.detail.task], () => ({ due: event.detail.due }))}
    ></x-task-calendar>`;
  }

  #agenda(session: Session, items: readonly Task[]): TemplateResult {
    const parts = agendaOf(items, this.#today);
    if (parts.length === 0) return this.#empty();
    return html`${parts.map(
      ({ label, tasks }) =>
        html`<section>
          <h2>${label} <span class="caption num">${this.format.number(tasks.length)}</span></h2>
          <div class="panel lines">
            <x-task-lines
              .session=${session}
              .tasks=${tasks}
              label=${label}
              @check-task=${(event: CustomEvent<Task>) => void checkTask(this.#actor, event.detail)}
              @open-task=${(event: CustomEvent<Task>) => this.#visit(event.detail)}
            ></x-task-lines>
          </div>
        </section>`,
    )}
    ${
      this.#list.hasMore
        ? html`<div><x-button size="small" @click=${() => void this.#list.more()}>${msg('Show more')}</x-button></div>`
        : ''
    }`;
  }

  #empty(): TemplateResult {
    const isNarrowed = this.search !== '' || JSON.stringify(this.narrowing) !== JSON.stringify(noNarrowing);
    const clear = (): void => void ([this.search, this.narrowing] = ['', noNarrowing]);
    if (isNarrowed)
      return html`<div class="panel"><x-empty drawing="search" heading=${msg('No task matches')} text=${msg('Try other words, or fewer filters.')}
        ><x-button @click=${clear}>${msg('Clear filters')}</x-button></x-empty
      ></div>`;
    return html`<div class="panel"><x-empty
      drawing="mail"
      heading=${this.shown === 'today' ? msg('Nothing is due') : msg('No tasks yet')}
      text=${msg('A task reminds somebody of the next step: a call, a mail, a meeting.')}
      >${this.#writes ? html`<x-button variant="primary" icon="plus" @click=${() => void this.#open(null)}>${msg('New task')}</x-button>` : ''}</x-empty
    ></div>`;
  }

  #columns() {
    const check = (task: Task): void => void checkTask(this.#actor, task);
    return taskColumns({ format: this.format, today: this.#today, writes: this.#writes, check });
  }

  #table(items: readonly Task[]): TemplateResult {
    if (items.length === 0) return this.#empty();
    const { session, selection } = this;
    const chosen = items.filter(({ id }) => selection.ids.has(id) !== selection.all);
    const look = { format: this.format, today: this.#today, writes: this.#writes, check: (task: Task) => void checkTask(this.#actor, task) };
    return html`${
        chosen.length > 0
          ? html`<x-task-selection
              class="chosen"
              .session=${session}
              .tasks=${chosen}
              .people=${this.#people.value?.items ?? []}
              .actor=${this.#actor}
              today=${this.#today}
              @clear=${() => (this.selection = nothingSelected)}
            ></x-task-selection>`
          : ''
      }
      <div class="panel list">
        <x-table
          openable
          card-height="60"
          label=${msg('Tasks')}
          density=${this.density}
          .columns=${this.#columns()}
          .layout=${this.layout}
          .rows=${items}
          .card=${(task: Task) => taskCard(task, look)}
          .rowName=${({ title }: Task) => title}
          .rowHref=${({ id }: Task) => hrefOf(this, `/tasks/${id}`)}
          .sorting=${this.sorting}
          .selection=${this.#writes ? selection : null}
          ?has-more=${this.#list.hasMore}
          @need-more=${() => void this.#list.more()}
          @fit-columns=${this.fitted}
          @arrange=${this.arranged}
          @sort=${(event: CustomEvent<Sorting>) => (this.sorting = event.detail)}
          @open-row=${(event: CustomEvent<Task>) => this.#visit(event.detail)}
          @select-rows=${(event: CustomEvent<Selection>) => (this.selection = event.detail)}
        ></x-table>
      </div>`;
  }

  #form(session: Session): unknown {
    if (this.opened === undefined) return '';
    const { client } = session;
    const act = (run: (task: Task) => unknown) => (event: CustomEvent<Task>) => {
      this.#leave();
      void run(event.detail);
    };
    return html`<x-task-form
      .session=${session}
      .record=${this.opened}
      .preset=${this.preset}
      open
      @close=${() => this.#leave()}
      @saved=${() => this.#leave()}
      @open-place=${(event: CustomEvent<string>) => void this.navigate(event.detail)}
      @check-task=${act((task) => checkTask(this.#actor, task))}
      @cancel-task=${act((task) => this.#actor.attempt(() => client.tasks.cancel({ ids: [task.id] })))}
      @delete-task=${act((task) => deleteTasks(this.#actor, [task]))}
    ></x-task-form>`;
  }

  #aside(session: Session): unknown {
    const close = (): void => void (this.aside = null);
    if (this.aside === 'feed')
      return html`<x-calendar-feed-dialog .session=${session} @close=${close}></x-calendar-feed-dialog>`;
    return this.aside === 'report' ? html`<x-task-report .session=${session} today=${this.#today} @close=${close}></x-task-report>` : '';
  }
}
