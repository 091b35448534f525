import { msg } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import type { TemplateResult } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { hrefOf } from '../../core/href-of.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import { missingRecord } from '../../core/missing-record.ts';
import type { Session } from '../../core/session.ts';
import { type Aside, TaskPageState } from './task-page-state.ts';
import { viewTabs } from '../../core/view-tabs.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Menu } from '../../kit/menu.ts';
import { Select } from '../../kit/select.ts';
import { TaskSelection } from './task-selection.ts';
import { SearchField } from '../../kit/search-field.ts';
import type { Sorting } from '../../kit/table-head.ts';
import { nothingSelected, type Selection } from '../../kit/table-selection.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { TaskCheck } from '../task/check-mark.ts';
import { changeTasks, checkTask, deleteTasks } from '../task/task-acts.ts';
import { TaskLines } from '../task/task-lines.ts';
import { taskCard, taskColumns } from './task-columns.ts';
import { noNarrowing, taskFilter } from './task-filter.ts';
import { taskPageStyles } from './task-page.styles.ts';
import { agendaOf, taskViews, type TaskView } from './task-words.ts';

/**
 * What the element of tasks shows: code of its own, so that a page with other lists does not wait for it.
 *
 * @event change-view - What it shows changed.
 * @event close-record - The drawer was closed.
 */
export class TaskPage extends TaskPageState {
  static override tag = 'task-page';
  static override permission = 'task.read' as const;
  static override uses = [...widgetParts, Menu, SearchField, Select, Table, Tabs, TaskCheck, TaskLines, TaskSelection];
  static override styles = [TaskPageState.styles, badgeMarkStyles, listPanelStyles, taskPageStyles];

  /** It stands in the element that the session was made for. */
  protected override mayShow(session: Session): boolean {
    return session.can('task.read');
  }

  protected override view(session: Session): TemplateResult {
    const { items: people = [], teams = [] } = this.people.value ?? {};
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
            @choose=${(event: CustomEvent<Aside>) => void this.showAside(event.detail)}
          ></x-menu>
          ${
            this.writes
              ? html`<x-button variant="primary" icon="plus" @click=${() => void this.openTask(null)}
                  >${msg('New task')}</x-button
                >`
              : ''
          }
        </div>
      </div>
      ${missingRecord(this.linked)}
      <div class="row above">
        ${viewTabs({ label: msg('Tasks'), views: taskViews(), chosen: this.shown, choose: this.#choose })}
        ${taskFilter({ view: this.shown, narrowing: this.narrowing, people, teams, choose: (chosen) => (this.narrowing = chosen) })}
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
    return this.show(this.tasks, ({ items }) =>
      this.shown === 'today' ? this.#agenda(session, items) : this.#table(items),
    );
  }

  #calendar(session: Session): TemplateResult {
    if (!customElements.get(`${this.tagPrefix}-task-calendar`)) this.#choose('calendar');
    return html`<x-task-calendar
      .session=${session}
      .narrowing=${this.narrowing}
      today=${this.today}
      @open-task=${(event: CustomEvent<Task>) => this.visit(event.detail)}
      @check-task=${(event: CustomEvent<Task>) => void checkTask(this.actor, event.detail)}
      @add-task=${(event: CustomEvent<string>) => this.writes && void this.openTask(null, { due: event.detail })}
      @move-task=${(event: CustomEvent<{ task: Task; due: string }>) =>
        void changeTasks(this.actor, [event.detail.task], () => ({ due: event.detail.due }))}
    ></x-task-calendar>`;
  }

  #agenda(session: Session, items: readonly Task[]): TemplateResult {
    const parts = agendaOf(items, this.today);
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
              @check-task=${(event: CustomEvent<Task>) => void checkTask(this.actor, event.detail)}
              @open-task=${(event: CustomEvent<Task>) => this.visit(event.detail)}
            ></x-task-lines>
          </div>
        </section>`,
    )}
    ${
      this.tasks.hasMore
        ? html`<div><x-button size="small" @click=${() => void this.tasks.more()}>${msg('Show more')}</x-button></div>`
        : ''
    }`;
  }

  #empty(): TemplateResult {
    const isNarrowed = this.search !== '' || JSON.stringify(this.narrowing) !== JSON.stringify(noNarrowing);
    const clear = (): void => void ([this.search, this.narrowing] = ['', noNarrowing]);
    if (isNarrowed)
      return html`<div class="panel">
        <x-empty drawing="search" heading=${msg('No task matches')} text=${msg('Try other words, or fewer filters.')}
          ><x-button @click=${clear}>${msg('Clear filters')}</x-button></x-empty
        >
      </div>`;
    return html`<div class="panel">
      <x-empty
        drawing="mail"
        heading=${this.shown === 'today' ? msg('Nothing is due') : msg('No tasks yet')}
        text=${msg('A task reminds somebody of the next step: a call, a mail, a meeting.')}
        >${this.writes ? html`<x-button variant="primary" icon="plus" @click=${() => void this.openTask(null)}>${msg('New task')}</x-button>` : ''}</x-empty
      >
    </div>`;
  }

  #columns() {
    const check = (task: Task): void => void checkTask(this.actor, task);
    return taskColumns({ format: this.format, today: this.today, writes: this.writes, check });
  }

  #table(items: readonly Task[]): TemplateResult {
    if (items.length === 0) return this.#empty();
    const { session, selection } = this;
    const chosen = items.filter(({ id }) => selection.ids.has(id) !== selection.all);
    const look = {
      format: this.format,
      today: this.today,
      writes: this.writes,
      check: (task: Task) => void checkTask(this.actor, task),
    };
    return html`${
        chosen.length > 0
          ? html`<x-task-selection
              class="chosen"
              .session=${session}
              .tasks=${chosen}
              .people=${this.people.value?.items ?? []}
              .actor=${this.actor}
              today=${this.today}
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
          .selection=${this.writes ? selection : null}
          ?has-more=${this.tasks.hasMore}
          @need-more=${() => void this.tasks.more()}
          @fit-columns=${this.fitted}
          @arrange=${this.arranged}
          @sort=${(event: CustomEvent<Sorting>) => (this.sorting = event.detail)}
          @open-row=${(event: CustomEvent<Task>) => this.visit(event.detail)}
          @select-rows=${(event: CustomEvent<Selection>) => (this.selection = event.detail)}
        ></x-table>
      </div>`;
  }

  #form(session: Session): unknown {
    if (this.opened === undefined) return '';
    const { client } = session;
    const act = (run: (task: Task) => unknown) => (event: CustomEvent<Task>) => {
      this.leave();
      void run(event.detail);
    };
    return html`<x-task-form
      .session=${session}
      .record=${this.opened}
      .preset=${this.preset}
      open
      @close=${() => this.leave()}
      @saved=${() => this.leave()}
      @open-place=${(event: CustomEvent<string>) => void this.navigate(event.detail)}
      @check-task=${act((task) => checkTask(this.actor, task))}
      @cancel-task=${act((task) => this.actor.attempt(() => client.tasks.cancel({ ids: [task.id] })))}
      @delete-task=${act((task) => deleteTasks(this.actor, [task]))}
    ></x-task-form>`;
  }

  #aside(session: Session): unknown {
    const close = (): void => void (this.aside = null);
    if (this.aside === 'feed')
      return html`<x-calendar-feed-dialog .session=${session} @close=${close}></x-calendar-feed-dialog>`;
    return this.aside === 'report'
      ? html`<x-task-report .session=${session} today=${this.today} @close=${close}></x-task-report>`
      : '';
  }
}
