import { msg, str } from '@lit/localize';
import type { Account } from '@tabard/contract/identity/account';
import type { Member } from '@tabard/contract';
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
import { widgetStyles } from '../../kit/widget.styles.ts';
import { confirmFields, confirmPerson, type Proof } from '../confirm-fields.ts';

/**
 * The dialog that resets the app of a member who lost it. Where the platform wants to know first that it is the administrator, it asks
 * for their password or a code, and goes on.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class ResetTask extends PrefixedElement {
  static override tag = 'reset-task';
  static override uses = [Banner, Button, Dialog, Input];
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
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  /** What the administrator shows that it is them with, where the platform wants to know. */
  @state() private proof: Proof | null = null;
  @state() private account: Account | null = null;
  @query('form') private form!: HTMLFormElement;

  readonly #submit = (event?: Event): void => {
    event?.preventDefault();
    if (!this.busy && reportForm(this.form)) void this.#run();
  };

  async #run(): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      await this.#reset();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'auth.confirmation_required') await this.#ask();
      else this.failure = failure;
    }
    this.busy = false;
  }

  async #reset(): Promise<void> {
    const { session, member, proof } = this;
    if (proof) await confirmPerson(session, proof);
    await session.client.account.resetSecondFactor({ id: member.id });
    this.tell('done', msg(str`${member.name} signs in with the password alone now, and is told by mail.`));
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
      heading=${proof ? msg('Confirm that it is you') : msg(str`Reset two-factor sign-in of ${member.name}?`)}
      open
      @close=${() => this.tell('close')}
    >
      <form novalidate @submit=${this.#submit}>
        ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
        ${
          proof
            ? confirmFields(proof, { account: this.account, change: (given) => (this.proof = given) })
            : html`<p>
                ${msg('Do this only when you know for sure that it is them who lost the device and the recovery codes: then their password alone opens all that they may see. They are signed out everywhere, get a mail, and can set an app up again.')}
              </p>`
        }
      </form>
      <x-button slot="footer" variant="danger" ?busy=${this.busy} @click=${() => this.#submit()}
        >${proof ? msg('Continue') : msg('Reset')}</x-button
      >
    </x-dialog>`;
  }
}
