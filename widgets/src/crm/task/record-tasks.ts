import { msg } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import { SubjectPanel } from '../record/subject-panel.ts';
import { checkTask, deleteTasks, type TaskActor } from './task-acts.ts';
import { TaskForm } from './task-form.ts';
import { TaskLines } from './task-lines.ts';

/**
 * The tasks of a lead, a company or a deal: those that are open by when they are due, and those that are over.
 *
 * @event open-place - Somebody wants to go somewhere; `detail` is its address.
 */
export class RecordTasks extends SubjectPanel {
  static override tag = 'record-tasks';
  static override uses = [...SubjectPanel.uses, TaskForm, TaskLines];
  protected override readonly area = 'tasks';
  /** The one in the drawer; null is one that is still to be made. */
  @state() private opened: Task | null | undefined;
  @state() private showsOver = false;

  readonly #open = new ListQuery<Task>(this, {
    key: () => (this.subject ? ['tasks', 'of', this.subject.id, 'open'] : null),
    ask: ({ client }, page) =>
      client.tasks.list({
        ...page,
        subject: this.subject,
        filter: { status: ['open'] },
        sort: 'due',
        direction: 'asc',
      }),
    limit: 50,
  });
  readonly #over = new ListQuery<Task>(this, {
    key: () => (this.subject && this.showsOver ? ['tasks', 'of', this.subject.id, 'over'] : null),
    ask: ({ client }, page) =>
      client.tasks.list({ ...page, subject: this.subject, filter: { status: ['done', 'cancelled'] } }),
    limit: 25,
  });

  get #actor(): TaskActor {
    return {
      session: this.session,
      attempt: (change) => this.attempt(change),
      toast: (toast) => this.toast(toast),
    };
  }

  protected override content(): unknown {
    return html`${
        this.session.can('task.write')
          ? html`<div>
              <x-button icon="plus" @click=${() => (this.opened = null)}>${msg('New task')}</x-button>
            </div>`
          : ''
      }
      ${listStates(
        this.#open,
        (items) => this.#lines(items, msg('Open tasks')),
        () =>
          html`<x-empty
            drawing="mail"
            heading=${msg('Nothing to do')}
            text=${msg('A task reminds somebody of the next step.')}
          ></x-empty>`,
      )}
      <div>
        <x-button
          size="small"
          variant="quiet"
          icon=${this.showsOver ? 'up' : 'down'}
          @click=${() => (this.showsOver = !this.showsOver)}
          >${this.showsOver ? msg('Hide what is over') : msg('Show what is over')}</x-button
        >
      </div>
      ${
        this.showsOver
          ? listStates(
              this.#over,
              (items) => this.#lines(items, msg('Tasks that are over')),
              () => html`<p class="caption">${msg('Nothing is over yet.')}</p>`,
            )
          : ''
      }
      ${this.#form()}`;
  }

  #lines(tasks: readonly Task[], label: string) {
    return html`<x-task-lines
      bare
      .session=${this.session}
      .tasks=${tasks}
      label=${label}
      @check-task=${(event: CustomEvent<Task>) => void checkTask(this.#actor, event.detail)}
      @open-task=${(event: CustomEvent<Task>) => (this.opened = event.detail)}
    ></x-task-lines>`;
  }

  #form(): unknown {
    if (this.opened === undefined) return '';
    const { client } = this.session;
    const act = (run: (task: Task) => unknown) => (event: CustomEvent<Task>) => {
      this.opened = undefined;
      void run(event.detail);
    };
    const close = (): void => void (this.opened = undefined);
    return html`<x-task-form
      .session=${this.session}
      .record=${this.opened}
      .preset=${{ subject: this.subject }}
      open
      @close=${close}
      @saved=${close}
      @open-place=${(event: CustomEvent<string>) => this.tell('open-place', event.detail)}
      @check-task=${act((task) => checkTask(this.#actor, task))}
      @cancel-task=${act((task) =>
        this.withUndo(
          msg('Task cancelled'),
          () => client.tasks.cancel({ ids: [task.id] }),
          () => client.tasks.reopen({ ids: [task.id] }),
        ),
      )}
      @delete-task=${act((task) => deleteTasks(this.#actor, [task]))}
    ></x-task-form>`;
  }
}
