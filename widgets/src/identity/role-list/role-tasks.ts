import { msg, str } from '@lit/localize';
import type { AnyRole, Permission, RoleHolder, RoleView } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { reportForm } from '../../kit/report-form.ts';
import { Select } from '../../kit/select.ts';
import { TextArea } from '../../kit/text-area.ts';
import { permissionGroups } from '../permission-labels.ts';
import { roleFields, type RoleDraft } from './role-fields.ts';
import { roleTasksStyles } from './role-tasks.styles.ts';
import { nameOf, peopleOf, purposeOf, unknownOf } from './role-words.ts';

/** What a person is about to do. */
export type RoleTask = { kind: 'create' } | { kind: 'edit' | 'duplicate' | 'holders' | 'remove'; role: RoleView };

/** What stands in the dialog. */
interface Shape {
  heading: string;
  content: TemplateResult;
  act: string;
  danger?: boolean;
}

/**
 * The dialogs of the list of roles, one at a time.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class RoleTasks extends PrefixedElement {
  static override tag = 'role-tasks';
  static override uses = [Banner, Button, Checkbox, Dialog, Input, Select, TextArea];
  static override styles = roleTasksStyles;

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) task!: RoleTask;
  /** All roles of the place, and what the reader can give there. */
  @property({ attribute: false }) roles!: { items: readonly RoleView[]; grantable: readonly Permission[] };
  @property({ attribute: false }) place: { organizationId?: string } = {};
  @state() private draft: RoleDraft = { name: '', description: '', permissions: [] };
  /** Who has the role; null until it is known. */
  @state() private holders: readonly RoleHolder[] | null = null;
  @state() private cursor: string | null = null;
  @state() private successor = '';
  /** Somebody has it, as the platform said: deactivated people count, too. */
  @state() private isUsed = false;
  @state() private isPowerless = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @query('form') private form!: HTMLFormElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { task } = this;
    if (task.kind === 'edit' || task.kind === 'duplicate') this.draft = this.#draftOf(task.role, task.kind);
    if (task.kind === 'holders') void this.#run(() => this.#more(task.role));
    if (task.kind === 'remove') this.isUsed = task.role.members + task.role.invitations > 0;
  }

  /** The dialog opens before its field can take the focus. */
  protected override firstUpdated(): void {
    const field = this.renderRoot.querySelector<Input>('[autofocus]');
    void field?.updateComplete.then(() => field.focus());
  }

  /** A copy holds what its maker holds of the role. */
  #draftOf(role: RoleView, kind: 'edit' | 'duplicate'): RoleDraft {
    const { grantable } = this.roles;
    return {
      name: kind === 'edit' ? role.name : msg(str`${nameOf(role)} (copy)`),
      description: purposeOf(role),
      permissions: role.permissions.filter((each) => grantable.includes(each)),
    };
  }

  async #more({ id }: RoleView): Promise<void> {
    const page = await this.session.client.roles.holders({
      ...this.place,
      role: id,
      ...(this.cursor && { cursor: this.cursor }),
    });
    this.holders = [...(this.holders ?? []), ...page.items];
    this.cursor = page.nextCursor;
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.failure] = [true, null];
    await work().catch((error: unknown) => {
      this.failure = toFailure(error);
      if (this.failure.code === 'role.in_use') this.isUsed = true;
    });
    this.busy = false;
  }

  readonly #submit = (event?: Event): void => {
    event?.preventDefault();
    if (this.form && !reportForm(this.form)) return;
    const isWritten = this.task.kind !== 'remove' && this.task.kind !== 'holders';
    this.isPowerless = isWritten && this.draft.permissions.length === 0;
    if (!this.isPowerless) void this.#run(() => this.#act());
  };

  async #act(): Promise<void> {
    const { task, draft, place } = this;
    const { roles } = this.session.client;
    const facts = { ...draft, name: draft.name.trim(), permissions: [...draft.permissions] };
    switch (task.kind) {
      case 'create':
      case 'duplicate':
        await roles.create({ ...place, ...facts });
        return this.tell('done', msg(str`${facts.name} can be given now.`));
      case 'edit':
        await roles.update({ id: task.role.id, ...facts });
        return this.tell('done', msg(str`${facts.name} was changed.`));
      case 'remove':
        await roles.remove({
          id: task.role.id,
          ...(this.isUsed && this.successor && { successor: this.successor as AnyRole }), // an id of the list
        });
        return this.tell('done', msg(str`${task.role.name} was removed.`));
      case 'holders':
        return this.tell('close');
    }
  }

  override render(): unknown {
    const { heading, content, act, danger } = this.#shape();
    return html`<x-dialog
      ?side=${this.task.kind !== 'remove'}
      heading=${heading}
      open
      @close=${() => this.tell('close')}
    >
      ${
        this.failure && !this.#isOfName()
          ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>`
          : this.isPowerless
            ? html`<x-banner tone="danger">${msg('Choose at least one thing that it lets people do.')}</x-banner>`
            : ''
      }
      ${content}
      <x-button slot="footer" variant=${danger ? 'danger' : 'primary'} ?busy=${this.busy} @click=${() => this.#submit()}
        >${act}</x-button
      >
    </x-dialog>`;
  }

  /** Whether what was refused is said beside the name. */
  #isOfName(): boolean {
    return this.failure?.details.some(({ path }) => path === 'name') ?? false;
  }

  #shape(): Shape {
    const { task } = this;
    switch (task.kind) {
      case 'create':
        return { heading: msg('Make a role'), content: this.#fields(''), act: msg('Make the role') };
      case 'duplicate': {
        const left = task.role.permissions.length - this.#draftOf(task.role, 'duplicate').permissions.length;
        const note = left === 0 ? '' : msg('What you do not hold yourself, or what means nothing here, is left out.');
        return {
          heading: msg(str`Copy of ${nameOf(task.role)}`),
          content: this.#fields(note),
          act: msg('Make the role'),
        };
      }
      case 'edit':
        return {
          heading: msg(str`Change ${task.role.name}`),
          content: this.#fields(unknownOf(task.role)),
          act: msg('Save'),
        };
      case 'holders':
        return { heading: nameOf(task.role), content: this.#extent(task.role), act: msg('Done') };
      case 'remove':
        return {
          heading: msg(str`Remove ${task.role.name}?`),
          content: this.#succession(task.role),
          act: msg('Remove'),
          danger: true,
        };
    }
  }

  #fields(note: string): TemplateResult {
    return roleFields({
      draft: this.draft,
      grantable: this.roles.grantable,
      nameError: this.failure && this.#isOfName() ? textOf(this.failure) : '',
      note,
      submit: this.#submit,
      change: (change) => {
        this.draft = { ...this.draft, ...change };
        if (change.name !== undefined) this.failure = null;
        this.isPowerless = false;
      },
    });
  }

  /** What a role lets its people do, and who they are. */
  #extent(role: RoleView): TemplateResult {
    return html`<div class="parts">
      <p class="muted">${purposeOf(role)}</p>
      ${
        unknownOf(role)
          ? html`<x-banner tone="warning"
              >${unknownOf(role)}. ${msg('This version does not know it, so it counts for nothing.')}</x-banner
            >`
          : ''
      }
      <section class="group" aria-label=${msg('People')}>
        <h3>${msg('People')}</h3>
        ${this.holders?.length === 0 ? html`<p class="muted">${msg('Nobody has it here.')}</p>` : ''}
        <ul>
          ${(this.holders ?? []).map(
            ({ name, email, placeName }) =>
              html`<li>
                <p><bdi class="strong">${name}</bdi></p>
                <p class="caption">${email} · ${placeName}</p>
              </li>`,
          )}
        </ul>
        ${
          this.cursor
            ? html`<div>
                <x-button size="small" ?busy=${this.busy} @click=${() => void this.#run(() => this.#more(role))}
                  >${msg('Show more')}</x-button
                >
              </div>`
            : ''
        }
      </section>
      ${permissionGroups(role.permissions).map(
        ({ name, permissions }) =>
          html`<section class="group" aria-label=${name}>
            <h3>${name}</h3>
            ${permissions.map(({ label }) => html`<p>${label}</p>`)}
          </section>`,
      )}
    </div>`;
  }

  #succession(role: RoleView): TemplateResult {
    if (!this.isUsed) return html`<p>${msg('Nobody has it. It can be made again at any time.')}</p>`;
    const others = this.roles.items.filter(({ id, canGive }) => canGive && id !== role.id);
    return html`<form novalidate @submit=${this.#submit}>
      <p>
        ${
          role.members > 0
            ? msg(
                str`Has it now: ${peopleOf(role)}. Say what they are from then on; it takes effect within five seconds.`,
              )
            : msg('Somebody is invited with it, or was deactivated. Say what they are from then on.')
        }
      </p>
      <x-select
        label=${msg('From then on they are')}
        required
        placeholder=${msg('Choose a role')}
        .options=${others.map((each) => ({ value: each.id, label: nameOf(each) }))}
        .value=${this.successor}
        @change=${(event: Event) => (this.successor = (event.target as Select).value)}
      ></x-select>
    </form>`;
  }
}
