import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { dueTime } from '@tabard/contract/crm/task-words';
import { css } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { avatarMark, avatarMarkStyles, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { icon } from '../../kit/draw-icon.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { checkMark, checkMarkStyles } from './check-mark.ts';
import { dueText, isOverdue, priorityWord, taskIcons, timeText, typeWord } from './task-labels.ts';
import { wallOf } from './wall-clock.ts';

/**
 * Tasks as lines: one press completes one, another opens it.
 *
 * @event check-task - Its circle was pressed; `detail` is the task.
 * @event open-task - It is to be opened; `detail` is the task.
 */
export class TaskLines extends PrefixedElement {
  static override tag = 'task-lines';
  static override styles = [
    widgetStyles,
    avatarMarkStyles,
    badgeMarkStyles,
    checkMarkStyles,
    css`
      :host {
        container: lines / inline-size;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 48px;
        border-block-end: 1px solid var(--_border);
      }
      li:last-child {
        border: 0;
      }
      .open {
        flex: 1;
        display: flex;
        align-items: center;
        gap: var(--_space-3);
        min-inline-size: 0;
        min-block-size: 44px;
        padding: 4px;
        border: 0;
        border-radius: var(--_radius-control);
        color: inherit;
        background: none;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .open:hover {
        background: var(--_hover);
      }
      .two {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      .two > * {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .done .strong {
        color: var(--_text-muted);
        text-decoration: line-through;
      }
      .kind {
        display: grid;
        flex: none;
        inline-size: 16px;
        color: var(--_text-muted);
      }
      .due {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        flex: none;
        white-space: nowrap;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
        font-variant-numeric: tabular-nums;
      }
      .due.late {
        color: var(--_danger-text);
        font-weight: var(--_font-weight-medium);
      }
      @container lines (max-width: 460px) {
        .kind,
        .badge {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) tasks: readonly Task[] = [];
  /** What the list is called. */
  @property() label = '';
  /** Leaves out what the page around says already. */
  @property({ type: Boolean }) bare = false;
  /** The day stands above them: of when they are due, the time alone is shown. */
  @property({ type: Boolean }) timed = false;

  override render(): unknown {
    return html`<ul aria-label=${this.label}>
      ${repeat(
        this.tasks,
        ({ id }) => id,
        (task) => this.#line(task),
      )}
    </ul>`;
  }

  #due(due: string, today: string): string {
    const { format } = this.session;
    const time = dueTime(due);
    return this.timed ? (time && timeText(time, format.locale)) || '' : dueText(due, today, format);
  }

  #line(task: Task): unknown {
    const today = wallOf(Date.now(), this.session.timeZone).day;
    const about = this.bare ? null : task.subjectName;
    return html`<li class=${task.status === 'open' ? '' : 'done'}>
      ${checkMark(task, this.session.can('task.write'), () => this.tell('check-task', task))}
      <button class="open" type="button" @click=${() => this.tell('open-task', task)}>
        <span class="kind" title=${typeWord(task.type)}>${task.type === 'todo' ? '' : icon(taskIcons[task.type])}</span>
        <span class="two"
          ><span class="strong">${task.title}</span>${about ? html`<span class="caption">${about}</span>` : ''}</span
        >
        ${task.priority === 'normal' ? '' : badgeMark(priorityWord(task.priority), task.priority === 'high' ? 'danger' : 'neutral')}
        ${
          task.due
            ? html`<span class="due ${isOverdue(task) ? 'late' : ''}"
                >${this.#due(task.due, today)}${task.recurrence ? icon('repeat') : ''}</span
              >`
            : ''
        }
        ${
          task.assigneeName
            ? html`<span title=${task.assigneeName}>${avatarMark(initialsOf(task.assigneeName))}</span
                ><span class="visually-hidden">${msg(str`Assigned to ${task.assigneeName}`)}</span>`
            : ''
        }
      </button>
    </li>`;
  }
}
