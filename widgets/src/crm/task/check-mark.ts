import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { css, type TemplateResult } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { icon } from '../../kit/draw-icon.ts';

/** Looks of the circle, for the roots that draw one. */
export const checkMarkStyles = css`
  .check {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: transparent;
    cursor: pointer;
  }
  .check > span {
    display: grid;
    place-items: center;
    inline-size: 18px;
    block-size: 18px;
    border: 1.5px solid var(--_border-strong);
    border-radius: 50%;
  }
  .check .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .check:not(:disabled):hover > span {
    border-color: var(--_accent-mark);
    color: var(--_accent-text);
  }
  .check[aria-pressed='true'] > span {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .check:disabled {
    cursor: default;
  }
  @media (pointer: coarse) {
    .check {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .check > span {
      border-color: CanvasText;
    }
  }
`;

/** The circle that completes a task with one press, and opens it again with another. */
export function checkMark(task: Task, writes: boolean, press: () => void): TemplateResult {
  const isOpen = task.status === 'open';
  return html`<button
    class="check"
    type="button"
    aria-pressed=${isOpen ? 'false' : 'true'}
    aria-label=${isOpen ? msg(str`Complete ${task.title}`) : msg(str`Open ${task.title} again`)}
    ?disabled=${!writes}
    @click=${press}
  >
    <span>${icon(task.status === 'cancelled' ? 'close' : 'check')}</span>
  </button>`;
}

/**
 * The same where what is around it has looks of its own, such as a table.
 *
 * @event check-task - It was pressed.
 */
export class TaskCheck extends PrefixedElement {
  static override tag = 'task-check';
  static override styles = [kitStyles, checkMarkStyles];
  @property({ attribute: false }) task!: Task;
  @property({ type: Boolean }) writes = false;

  override render(): unknown {
    return checkMark(this.task, this.writes, () => this.tell('check-task', this.task));
  }
}
