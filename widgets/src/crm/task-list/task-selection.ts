import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { dueTime } from '@tabard/contract/crm/task-words';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { addDays } from '../../kit/calendar-days.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { changeTasks, completeTasks, deleteTasks, type TaskActor } from '../task/task-acts.ts';

/**
 * How many tasks are chosen and what can be done with them.
 *
 * @event clear - Something was done with them, or they are to be chosen no more.
 */
export class TaskSelection extends PrefixedElement {
  static override tag = 'task-selection';
  static override uses = [Button, Menu];
  static override styles = [
    widgetStyles,
    css`
      .selection {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
        padding: 4px 12px;
        border-radius: var(--_radius-control);
        background: var(--_accent-soft);
        color: var(--_accent-text);
        font-weight: var(--_font-weight-medium);
        font-size: var(--_font-size-s);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) tasks: readonly Task[] = [];
  @property({ attribute: false }) people: readonly { id: string; name: string; isYou: boolean }[] = [];
  @property({ attribute: false }) actor!: TaskActor;
  /** The day that it is by the workspace's clock. */
  @property() today = '';

  async #do(act: Promise<boolean>): Promise<void> {
    if (await act) this.tell('clear');
  }

  #moves(): MenuItem[] {
    return [
      { id: addDays(this.today, 0), label: msg('To today') },
      { id: addDays(this.today, 1), label: msg('To tomorrow') },
      { id: addDays(this.today, 7), label: msg('In a week') },
      { id: '', label: msg('To no day'), divided: true },
    ];
  }

  readonly #move = (event: CustomEvent<string>): void => {
    const day = event.detail;
    // A time of day stays.
    const dueOf = ({ due }: Task): string | null => {
      const time = due && dueTime(due);
      return day ? (time ? `${day}T${time}` : day) : null;
    };
    void this.#do(changeTasks(this.actor, this.tasks, (task) => ({ due: dueOf(task) })));
  };

  override render(): unknown {
    const { actor, tasks, people } = this;
    const count = this.session.format.number(tasks.length);
    const assign = (event: CustomEvent<string>): void =>
      void this.#do(changeTasks(actor, tasks, () => ({ assigneeId: event.detail || null })));
    return html`<div class="selection" role="toolbar" aria-label=${msg('Selected')}>
      <span class="num" aria-live="polite">${msg(str`${count} selected`)}</span>
      <x-button class="push" size="small" icon="check" @click=${() => void this.#do(completeTasks(actor, tasks))}
        >${msg('Complete')}</x-button
      >
      <x-menu
        size="small"
        variant="secondary"
        .items=${[
          ...people.map(({ id, name, isYou }) => ({ id, label: isYou ? `${name} (${msg('you')})` : name })),
          { id: '', label: msg('Nobody'), divided: true },
        ]}
        @choose=${assign}
        >${msg('Assign')}</x-menu
      >
      <x-menu size="small" variant="secondary" .items=${this.#moves()} @choose=${this.#move}>${msg('Move')}</x-menu>
      <x-button size="small" icon="trash" @click=${() => void this.#do(deleteTasks(actor, tasks))}
        >${msg('Delete')}</x-button
      >
      <x-button size="small" variant="quiet" @click=${() => this.tell('clear')}>${msg('Clear')}</x-button>
    </div>`;
  }
}
