import { msg, str } from '@lit/localize';
import type { Account } from '@tabard/contract/identity/account';
import type { AnyRole, Member, Role } from '@tabard/contract';
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
import { reportForm } from '../../kit/report-form.ts';
import { Select, type Option } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { confirmFields, confirmPerson, type Proof } from '../confirm-fields.ts';
import { roleOptions } from '../role-labels.ts';

/** Roles with which one would go on owning the place. */
const owning: ReadonlySet<Role> = new Set(['super_admin', 'org_admin', 'workspace_admin']);

/**
 * The dialog in which an owner hands the workspace over and says what they are from then on. Where the platform wants to know first that
 * it is them, it asks for their password or a code, and goes on.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class TransferTask extends PrefixedElement {
  static override tag = 'transfer-task';
  static override uses = [Banner, Button, Dialog, Input, Select];
  static override styles = [
    widgetStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) member!: Member;
  @state() private roles: readonly Option[] = [];
  /** What the owner is from then on. */
  @state() private chosen: AnyRole | '' = '';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  /** What the owner shows that it is them with, where the platform wants to know. */
  @state() private proof: Proof | null = null;
  @state() private account: Account | null = null;
  @query('form') private form!: HTMLFormElement;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#run(async () => {
      const { roles, made } = await this.session.client.members.roles({});
      this.roles = roleOptions(
        roles.filter((role) => !owning.has(role)),
        made,
      );
      this.chosen = (this.roles[0]?.value ?? '') as AnyRole; // a role of the platform's answer
    });
  }

  readonly #submit = (event?: Event): void => {
    event?.preventDefault();
    if (reportForm(this.form)) void this.#run(() => this.#transfer());
  };

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.failure] = [true, null];
    try {
      await work();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'auth.confirmation_required') await this.#ask();
      else this.failure = failure;
    }
    this.busy = false;
  }

  async #transfer(): Promise<void> {
    const { session, member, proof } = this;
    if (proof) await confirmPerson(session, proof);
    this.proof = null;
    await session.client.ownership.transfer({ id: member.id, role: this.chosen as AnyRole }); // the form asks for it
    this.tell('done', msg(str`${member.name} owns this workspace now. You both get a mail.`));
  }

  async #ask(): Promise<void> {
    this.account = await this.session.client.account.get({}).catch(() => null);
    this.proof = { text: '', byCode: false };
    await this.updateComplete;
    this.renderRoot.querySelector<Input>('[autofocus]')?.focus();
  }

  override render(): unknown {
    const { proof, member } = this;
    return html`<x-dialog
      heading=${proof ? msg('Confirm that it is you') : msg(str`Make ${member.name} the owner?`)}
      open
      @close=${() => this.tell('close')}
    >
      <form novalidate @submit=${this.#submit}>
        ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
        ${proof ? confirmFields(proof, { account: this.account, change: (given) => (this.proof = given) }) : this.#choice()}
      </form>
      <x-button slot="footer" variant="danger" ?busy=${this.busy} @click=${() => this.#submit()}
        >${proof ? msg('Continue') : msg('Hand it over')}</x-button
      >
    </x-dialog>`;
  }

  #choice(): unknown {
    return html`<p>
        ${msg(str`${this.member.name} can do everything in this workspace then, and you only what you choose here. Only they and the admins of its organization can give it back to you.`)}
      </p>
      <x-select
        label=${msg('Your role from then on')}
        required
        .options=${this.roles}
        .value=${this.chosen}
        @change=${(event: Event) => (this.chosen = (event.target as Select).value as AnyRole)}
      ></x-select>`;
  }
}
