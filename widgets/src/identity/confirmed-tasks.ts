import { msg } from '@lit/localize';
import type { Account } from '@tabard/contract/identity/account';
import { css, type CSSResultGroup } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { textOf } from '../base/failure-text.ts';
import { toFailure, type Failure } from '../base/failure.ts';
import { html } from '../base/html.ts';
import { PrefixedElement, type PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Session } from '../core/session.ts';
import { Banner } from '../kit/banner.ts';
import { Button } from '../kit/button.ts';
import { Dialog } from '../kit/dialog.ts';
import { Input } from '../kit/input.ts';
import { reportForm } from '../kit/report-form.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { confirmFields, confirmPerson, type Proof } from './confirm-fields.ts';

/** What stands in the dialog. */
export interface TaskShape {
  heading: string;
  content: unknown;
  act: string;
  danger?: boolean;
  /** Beside the list instead of above it. */
  side?: boolean;
  /** Before the button of the act. */
  others?: unknown;
}

/**
 * A dialog whose act the platform may want to be confirmed: then it asks for the person's password, a code or a passkey in its place, and
 * goes on.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export abstract class ConfirmedTasks extends PrefixedElement {
  static override uses: readonly PrefixedElementClass[] = [Banner, Button, Dialog, Input];
  static override styles: CSSResultGroup = [
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
  /** The account as it is; codes and passkeys are offered where there are any. Without it, it is asked for when it is needed. */
  @property({ attribute: false }) account: Account | null = null;
  @state() protected busy = false;
  @state() protected failure = '';
  /** The same as the platform said it, with what is wrong of each field. */
  @state() protected refused: Failure | null = null;
  /** What the person shows that it is them with, where the platform wants to know. */
  @state() private proof: Proof | null = null;
  @query('form') private form!: HTMLFormElement | null;

  /** Does what the dialog is about, and says so. */
  protected abstract act(): Promise<void>;
  protected abstract shape(): TaskShape;
  /** What a browser's own failure means. */
  protected explain(_error: unknown): string | null {
    return null;
  }

  protected readonly submit = (event?: Event): void => {
    event?.preventDefault();
    if (!this.busy && (!this.form || reportForm(this.form))) void this.attempt(() => this.act());
  };

  #interrupted: (() => Promise<void>) | null = null;

  /** Does something that may have to be confirmed first; then it is done after that. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    [this.busy, this.failure, this.refused] = [true, '', null];
    const next = (this.proof && this.#interrupted) || work;
    try {
      if (this.proof) await confirmPerson(this.session, this.proof);
      this.proof = null;
      await next();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'auth.confirmation_required') await this.#ask(next);
      else [this.failure, this.refused] = [this.explain(error) ?? textOf(failure), failure];
    }
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<Input>('[autofocus]')?.focus();
  }

  async #ask(next: () => Promise<void>): Promise<void> {
    this.#interrupted = next;
    this.account ??= await this.session.client.account.get({}).catch(() => null);
    this.proof = { text: '', byCode: false };
  }

  /** What is said beside a field. */
  protected errorOf(path: string): string {
    const { refused } = this;
    return refused?.details.some((detail) => detail.path === path || detail.path.startsWith(`${path}.`))
      ? textOf(refused)
      : '';
  }

  override render(): unknown {
    const { heading, content, act, danger, side, others } = this.proof ? this.#confirmation(this.proof) : this.shape();
    return html`<x-dialog ?side=${side} heading=${heading} open @close=${() => this.tell('close')}>
      <form novalidate @submit=${this.submit}>
        ${this.failure && !this.#isSaidBeside() ? html`<x-banner tone="danger">${this.failure}</x-banner>` : ''}
        ${content}
      </form>
      ${others ? html`<span slot="footer">${others}</span>` : ''}
      ${danger ? html`<x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>` : ''}
      <x-button slot="footer" variant=${danger ? 'danger' : 'primary'} ?busy=${this.busy} @click=${() => this.submit()}
        >${act}</x-button
      >
    </x-dialog>`;
  }

  /** Whether a field of the dialog shows what is wrong. */
  protected saidBeside: readonly string[] = [];
  #isSaidBeside(): boolean {
    return !this.proof && this.saidBeside.some((path) => this.errorOf(path) !== '');
  }

  #confirmation(proof: Proof): TaskShape {
    return {
      heading: msg('Confirm that it is you'),
      content: confirmFields(proof, { account: this.account, change: (given) => (this.proof = given) }),
      act: msg('Continue'),
    };
  }
}
