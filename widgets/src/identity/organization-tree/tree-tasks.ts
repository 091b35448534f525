import { msg } from '@lit/localize';
import type { Account } from '@tabard/contract/identity/account';
import type { TreeNode } from '@tabard/contract';
import { css } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { RadioGroup } from '../../kit/radio-group.ts';
import { reportForm } from '../../kit/report-form.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { confirmFields, confirmPerson, type Proof } from '../confirm-fields.ts';
import { carryOut, type TreeValues } from './carry-out.ts';
import { shapeOf } from './task-shapes.ts';

/** What a person is about to do with a place; `to`: where it was dropped. */
export interface TreeTask {
  kind: 'create-workspace' | 'create-organization' | 'rename' | 'move' | 'export' | 'suspend' | 'archive' | 'delete';
  node: TreeNode;
  to?: TreeNode;
}

/**
 * The dialogs of the tree, one at a time. Where the platform wants to know first that it is the person, it asks for their password or a
 * code, and goes on.
 *
 * @event done - It was done; `detail` is the sentence that says so, and what is to be asked for again.
 * @event close - The dialog was closed.
 */
export class TreeTasks extends PrefixedElement {
  static override tag = 'tree-tasks';
  static override uses = [Banner, Button, Dialog, Input, RadioGroup];
  static override styles = [
    widgetStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .find {
        inline-size: 100%;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) task!: TreeTask;
  @state() private values: TreeValues = { name: '', slug: '', externalId: '', kind: 'agency', text: '', to: '' };
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @state() private proof: Proof | null = null;
  @state() private account: Account | null = null;
  /** Organizations that a place can move below, as far as they are found. */
  @state() private places: readonly TreeNode[] = [];
  @query('form') private form!: HTMLFormElement;
  #kind: TreeTask['kind'] | null = null;

  protected override willUpdate(): void {
    const { task } = this;
    if (this.#kind === task.kind) return;
    this.#kind = task.kind;
    [this.proof, this.failure] = [null, null];
    this.values = {
      name: task.kind === 'rename' ? task.node.name : '',
      slug: '',
      externalId: '',
      kind: 'agency',
      text: '',
      to: task.to?.id ?? '',
    };
    this.places = task.to ? [task.to] : [];
    if (task.kind === 'move' && !task.to) void this.#find('');
  }

  protected override firstUpdated(): void {
    void this.#focus();
  }
  /** The dialog opens before its field can take the focus. */
  async #focus(): Promise<void> {
    await this.updateComplete;
    const field = this.renderRoot.querySelector<Input>('[autofocus]');
    void field?.updateComplete.then(() => field.focus());
  }

  readonly #submit = (event?: Event): void => {
    event?.preventDefault();
    if (!this.busy && reportForm(this.form)) void this.#run();
  };

  async #run(): Promise<void> {
    const { session, proof, task, values } = this;
    [this.busy, this.failure] = [true, null];
    try {
      if (proof) await confirmPerson(session, proof);
      this.tell('done', await carryOut(session, task, values));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'auth.confirmation_required') await this.#ask();
      else this.failure = failure;
    }
    this.busy = false;
  }

  async #ask(): Promise<void> {
    this.account = await this.session.client.account.get({}).catch(() => null);
    this.proof = { text: '', byCode: false };
    await this.#focus();
  }

  /** Organizations that hold the place nowhere in themselves; those nearest the root where nothing is looked for. */
  async #find(search: string): Promise<void> {
    const { node } = this.task;
    const top = node.path[0]?.id;
    try {
      const pages = await Promise.all(
        search
          ? [this.session.client.tree.list({ search, limit: 50 })]
          : [
              this.session.client.tree.list({}),
              ...(top ? [this.session.client.tree.list({ organizationId: top, limit: 50 })] : []),
            ],
      );
      this.places = pages
        .flatMap(({ items }) => items)
        .filter(
          (place) =>
            place.organizationId &&
            !place.beingDeleted &&
            place.id !== node.id &&
            place.id !== node.parentId &&
            !place.path.some(({ id }) => id === node.id),
        );
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  override render(): unknown {
    const { task, values, proof, places, session } = this;
    const { heading, content, act, danger } = shapeOf(task, {
      values,
      places,
      format: session.format,
      change: (given) => (this.values = { ...this.values, ...given }),
      find: (text) => void this.#find(text),
      turn: (kind) => (this.task = { ...task, kind }),
    });
    return html`<x-dialog
      heading=${proof ? msg('Confirm that it is you') : heading}
      open
      @close=${() => this.tell('close')}
    >
      <form novalidate @submit=${this.#submit}>
        ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
        ${proof ? confirmFields(proof, { account: this.account, change: (given) => (this.proof = given) }) : content}
      </form>
      <x-button
        slot="footer"
        variant=${danger ? 'danger' : 'primary'}
        ?busy=${this.busy}
        ?disabled=${task.kind === 'move' && !values.to}
        @click=${() => this.#submit()}
        >${proof ? msg('Continue') : act}</x-button
      >
    </x-dialog>`;
  }
}
