import type { Task } from '@tabard/contract/crm/task';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { LinkedForm } from '../../core/linked-form.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import { TableWidget } from '../../core/table-widget.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { addDays } from '../../kit/calendar-days.ts';
import type { Sorting } from '../../kit/table-head.ts';
import { nothingSelected, type Selection } from '../../kit/table-selection.ts';
import { type TaskActor } from '../task/task-acts.ts';
import type { TaskPreset } from '../task/task-form.ts';
import { wallOf } from '../task/wall-clock.ts';
import { noNarrowing, whoseOf, type TaskNarrowing } from './task-filter.ts';
import { daysAhead, daysOf, taskViews, type TaskView } from './task-words.ts';

/** What one of the dialogs is about. */
export type Aside = 'feed' | 'report';

/** What a list of tasks knows and does: what is shown, what is asked for, and what is done to tasks. */
export abstract class TaskPageState extends TableWidget {
  /** A task to open, by its id: the target of a deep link. `new` opens the form for another one. */
  @property({ attribute: 'record-id' }) recordId = '';
  @state() protected shown: TaskView = 'today';
  @state() protected search = '';
  @state() protected narrowing: TaskNarrowing = noNarrowing;
  @state() protected sorting: Sorting = { by: 'due', direction: 'asc' };
  @state() protected selection: Selection = nothingSelected;
  /** The task in the drawer; null makes a new one, undefined shows no form. */
  @state() protected opened: Task | null | undefined;
  @state() protected preset: TaskPreset = {};
  @state() protected aside: Aside | null = null;

  protected readonly people = new Query(this, {
    key: () => ['taskPeople'],
    ask: (session) => session.client.tasks.people({}),
  });
  protected readonly tasks = new ListQuery<Task>(this, {
    key: () =>
      this.shown === 'calendar'
        ? null
        : [
            'tasks',
            'list',
            this.shown,
            this.search,
            JSON.stringify(this.narrowing),
            JSON.stringify(this.sorting),
            this.today,
          ],
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
    open: (task) => void this.openTask(task),
    mayMake: () => this.writes,
    leave: () => (this.opened = undefined),
    onFailure: this.onFailure,
  });

  protected get today(): string {
    return wallOf(Date.now(), this.session?.timeZone ?? 'UTC').day;
  }
  protected get writes(): boolean {
    return !!this.session?.can('task.write') && this.offers('create');
  }

  #asked() {
    const { status, due } = this.narrowing;
    const { filter: whose, ...team } = whoseOf(this.narrowing);
    if (this.shown === 'today')
      return {
        ...team,
        filter: { ...whose, ...(this.search && { search: this.search }), status: ['open' as const] },
        sort: 'due' as const,
        direction: 'asc' as const,
        dueTo: addDays(this.today, daysAhead),
      };
    return {
      ...team,
      filter: { ...whose, ...(this.search && { search: this.search }), ...(status && { status: [status] }) },
      sort: this.sorting.by === 'title' ? ('title' as const) : ('due' as const),
      direction: this.sorting.direction,
      ...daysOf(due, this.today),
    };
  }

  protected get actor(): TaskActor {
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
  protected async openTask(task: Task | null, preset: TaskPreset = {}): Promise<void> {
    try {
      defineElement(this.tagPrefix, (await import('../task/task-form.ts')).TaskForm);
      [this.opened, this.preset] = [task, preset];
    } catch (error) {
      void this.attempt(() => Promise.reject(error));
    }
  }

  protected readonly visit = (task: Task): void => {
    if (this.navigate(`/tasks/${task.id}`)) void this.openTask(task);
  };

  protected leave(): void {
    this.opened = undefined;
    this.tell('close-record');
  }

  protected async showAside(aside: Aside): Promise<void> {
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
}
