import type { TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { TableWidget } from '../../core/table-widget.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import type { TaskPage } from './task-page.ts';

/** What of it can stand in an address. */
const keys = { view: '', search: '', assignee: '', type: '', status: '', due: '' };

/**
 * What is to be done: today and next, as a list that can be searched and sorted, and as a calendar. One press completes a task, and many
 * can be completed, assigned, moved and deleted at once, each with the way back.
 *
 * @summary The tasks of a workspace.
 * @event navigate - It wants to go to the address of a task, or of the lead, company or deal that one is about. Prevent it to go there yourself.
 */
export class TaskList extends TableWidget {
  static override tag = 'task-list';
  static override widgetName = 'task-list' as const;
  static override permission = 'task.read' as const;
  static override uses = widgetParts;
  /** A task to open, by its id: the target of a deep link. `new` opens the form for another one. */
  @property({ attribute: 'record-id' }) recordId = '';
  /** What is shown, as an address says it. */
  @state() private shown: Readonly<Record<string, string | undefined>> = {};
  @state() private isThere = false;
  @state() private failure: Failure | null = null;

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ ...keys, ...this.shown }),
    (given) => (this.shown = given),
  );

  get #page(): TaskPage | null {
    return this.renderRoot.querySelector<TaskPage>(`${this.tagPrefix}-task-page`);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const page = this.#page;
    if (page && (changed.has('shown') || changed.has('isThere'))) page.viewQuery.value = this.viewQuery.value;
  }

  async #load(): Promise<void> {
    this.failure = null;
    try {
      defineElement(this.tagPrefix, (await import('./task-page.ts')).TaskPage);
      this.isThere = true;
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.#load();
  }

  readonly #viewed = (): void => {
    const value = this.#page?.viewQuery.value ?? '';
    if (value !== this.viewQuery.value) this.shown = Object.fromEntries(new URLSearchParams(value));
  };

  protected override view(session: Session): TemplateResult {
    if (this.failure) return this.failed(this.failure, () => void this.#load());
    if (!this.isThere) return this.loading();
    return html`<x-task-page
      .session=${session}
      .configuration=${this.configuration}
      .layout=${this.layout}
      .density=${this.density}
      record-id=${this.recordId}
      @change-view=${this.#viewed}
      @close-record=${() => this.tell('close-record')}
    ></x-task-page>`;
  }
}
