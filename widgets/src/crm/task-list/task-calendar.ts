import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { dueDay, dueTime } from '@tabard/contract/crm/task-words';
import type { PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { weekStart } from '../../kit/calendar-days.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { observeBoxes } from '../../kit/observe-boxes.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Tabs } from '../../kit/tabs.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { TaskLines } from '../task/task-lines.ts';
import { dayText } from '../task/task-labels.ts';
import { calendarGrid } from './calendar-grid.ts';
import { dayByKey, rangeWords, shownDays, stepFrom, type CalendarMode } from './calendar-range.ts';
import { DayDrag } from './drag-day.ts';
import { taskCalendarStyles } from './task-calendar.styles.ts';
import { whoseOf, type TaskNarrowing } from './task-filter.ts';

/** Below this width in px days stand below each other. */
const NARROW = 620;
/** So many tasks a range is asked for, in pages. */
const mostPages = 3;

/**
 * Tasks on their days, by month, week and day; where room is short, as an agenda. A task is moved by dragging it to another day.
 *
 * Keys: arrows move between days, Home and End to the ends of a week, Page Up and Page Down by a month; Enter goes to the tasks of a
 * day, or makes one where there is none; there arrows move between tasks, Enter opens one, Alt and an arrow moves it to another day,
 * Escape goes back to the day.
 *
 * @event open-task - `detail` is the task.
 * @event check-task - One is to be completed; `detail` is the task.
 * @event add-task - One is to be made; `detail` is the day.
 * @event move-task - `detail` is the task and when it is due then.
 */
export class TaskCalendar extends PrefixedElement {
  static override tag = 'task-calendar';
  static override uses = [Banner, Button, EmptyState, Skeleton, Tabs, TaskLines];
  static override styles = [widgetStyles, taskCalendarStyles];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) narrowing!: TaskNarrowing;
  /** The day that it is by the workspace's clock. */
  @property() today = '';
  @state() private mode: CalendarMode = 'month';
  /** The day that the keyboard is at, around which days are shown. */
  @state() private day = '';
  @state() private isNarrow = false;
  @state() private held: { id: string; over: string | null } | null = null;
  /** Said to who cannot see it. */
  @state() private said = '';
  #focusWanted = false;
  #hasShown = false;

  readonly #sizes = observeBoxes(
    (_target, size) => (this.isNarrow = size.inlineSize < NARROW),
    () => this.hasUpdated,
  );
  readonly #drag = new DayDrag(this, {
    dayAt: (x, y) => {
      const root = this.renderRoot as ShadowRoot; // LitElement's own default
      return root.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? null;
    },
    over: (over, id) => (this.held = { id, over }),
    drop: (day, id) => {
      this.held = null;
      const task = this.#tasks.value?.find((one) => one.id === id);
      if (task?.due && dueDay(task.due) !== day) this.#move(task, day);
    },
    cancel: () => (this.held = null),
  });

  readonly #tasks = new Query<Task[]>(this, {
    key: () => {
      const days = this.#days;
      const { assignee, type } = this.narrowing;
      return this.day ? ['tasks', 'calendar', days[0] ?? '', days.at(-1) ?? '', assignee, type] : null;
    },
    ask: (session) => this.#ask(session),
  });

  async #ask({ client }: Session): Promise<Task[]> {
    const days = this.#days;
    const whose = whoseOf(this.narrowing);
    const found: Task[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const answer = await client.tasks.list({
        limit: 200,
        sort: 'due',
        direction: 'asc',
        dueFrom: days[0],
        dueTo: days.at(-1),
        ...whose,
        filter: { ...whose.filter, status: ['open', 'done'] },
        ...(cursor && { cursor }),
      });
      found.push(...answer.items);
      if (!answer.nextCursor) break;
      cursor = answer.nextCursor;
    }
    return found;
  }

  get #locale(): string {
    return this.session.format.locale;
  }
  get #days(): string[] {
    return shownDays(this.mode, this.day, weekStart(this.#locale));
  }
  get #writes(): boolean {
    return this.session.can('task.write');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.day) this.day = this.today;
  }

  protected override updated(): void {
    const cell = this.#focusWanted && this.renderRoot.querySelector<HTMLElement>(`[data-day="${this.day}"]`);
    if (!cell) return;
    this.#focusWanted = false;
    cell.focus();
  }

  #move(task: Task, day: string): void {
    const time = task.due && dueTime(task.due);
    this.said = msg(str`${task.title} moved to ${dayText(day, this.today, this.session.format)}`);
    this.tell('move-task', { task, due: time ? `${day}T${time}` : day });
  }

  readonly #onDayKey = (event: KeyboardEvent, day: string): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    if (!target.matches('.day')) return this.#onTaskKey(event, target, day);
    const rtl = getComputedStyle(this).direction === 'rtl';
    const next = dayByKey(event.key, day, { rtl, days: this.#days });
    if (next) {
      event.preventDefault();
      [this.day, this.#focusWanted] = [next, true];
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    const first = target.querySelector<HTMLElement>('.task');
    if (first) first.focus();
    else if (this.#writes) this.tell('add-task', day);
  };

  #onTaskKey(event: KeyboardEvent, target: HTMLElement, day: string): void {
    const task = this.#tasks.value?.find(({ id }) => id === target.dataset['task']);
    const rtl = getComputedStyle(this).direction === 'rtl';
    if (event.altKey && task && this.#writes) {
      const next = dayByKey(event.key, day, { rtl, days: this.#days });
      if (!next || !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      [this.day, this.#focusWanted] = [next, true];
      return this.#move(task, next);
    }
    const cell = target.closest<HTMLElement>('.day');
    if (event.key === 'Escape') cell?.focus();
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    const beside = step && target[step as 'nextElementSibling'];
    if (beside instanceof HTMLElement && beside.matches('button')) beside.focus();
    if (step || event.key === 'Escape') event.preventDefault();
  }

  override render(): unknown {
    const days = this.#days;
    const words = rangeWords(this.mode, days, this.day, this.#locale);
    const modes = [
      { id: 'month', label: msg('Month') },
      { id: 'week', label: msg('Week') },
      { id: 'day', label: msg('Day') },
    ];
    return html`<div class="head">
        <x-button
          icon="previous"
          variant="quiet"
          label=${msg('Back')}
          @click=${() => (this.day = stepFrom(this.mode, this.day, -1))}
        ></x-button>
        <x-button
          icon="next"
          variant="quiet"
          label=${msg('On')}
          @click=${() => (this.day = stepFrom(this.mode, this.day, 1))}
        ></x-button>
        <h2 aria-live="polite">${words}</h2>
        <x-button size="small" @click=${() => (this.day = this.today)}>${msg('Today')}</x-button>
        <x-tabs
          class="push"
          label=${msg('Period')}
          .tabs=${modes}
          selected=${this.mode}
          @choose=${(event: CustomEvent<CalendarMode>) => (this.mode = event.detail)}
        ></x-tabs>
      </div>
      ${this.#body(days, words)}
      <div class="visually-hidden" role="status">${this.said}</div>`;
  }

  #body(days: readonly string[], words: string): unknown {
    const { value, failure } = this.#tasks;
    if (failure && !value)
      return html`<x-banner tone="danger"
        >${textOf(failure)}
        <x-button slot="actions" size="small" @click=${() => void this.#tasks.reload()}
          >${msg('Try again')}</x-button
        ></x-banner
      >`;
    this.#hasShown ||= value !== null;
    // Whoever walks on to another month keeps their place: its tasks come into the days.
    if (!this.#hasShown || (this.isNarrow && !value)) return html`<x-skeleton shape="board"></x-skeleton>`;
    const byDay = Map.groupBy(value ?? [], ({ due }) => dueDay(due ?? ''));
    if (this.isNarrow) return this.#agenda(days, byDay);
    return calendarGrid({
      mode: this.mode,
      days,
      byDay,
      words,
      day: this.day,
      today: this.today,
      locale: this.#locale,
      held: this.held,
      writes: this.#writes,
      format: this.session.format,
      onKey: this.#onDayKey,
      press: (event, task) => this.#writes && this.#drag.press(event, task.id),
      open: (task) => this.#drag.moved || this.tell('open-task', task),
      choose: (day) => (this.day = day),
      add: (day) => this.#writes && this.tell('add-task', day),
      showDay: (day) => ([this.day, this.mode] = [day, 'day']),
    });
  }

  #agenda(days: readonly string[], byDay: ReadonlyMap<string, Task[]>): unknown {
    // A month's weeks begin and end in others.
    const own = this.mode === 'month' ? days.filter((day) => day.slice(0, 7) === this.day.slice(0, 7)) : days;
    const busy = own.filter((day) => byDay.has(day));
    const again = busy.length === 0;
    return html`<div class="agenda">
      ${
        again
          ? html`<x-empty drawing="search" heading=${msg('Nothing is due in this time')}
              >${
                this.#writes
                  ? html`<x-button
                      icon="plus"
                      @click=${() => this.tell('add-task', own.includes(this.today) ? this.today : own[0])}
                      >${msg('New task')}</x-button
                    >`
                  : ''
              }</x-empty
            >`
          : busy.map(
              (day) =>
                html`<section>
                  <h3>${dayText(day, this.today, this.session.format)}</h3>
                  <div class="panel lines">
                    <x-task-lines
                      timed
                      .session=${this.session}
                      .tasks=${byDay.get(day) ?? []}
                      label=${dayText(day, this.today, this.session.format)}
                      @check-task=${(event: CustomEvent<Task>) => this.tell('check-task', event.detail)}
                      @open-task=${(event: CustomEvent<Task>) => this.tell('open-task', event.detail)}
                    ></x-task-lines>
                  </div>
                </section>`,
            )
      }
    </div>`;
  }
}
