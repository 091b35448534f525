import { msg, str } from '@lit/localize';
import type { Account, SecondFactorSetUp } from '@tabard/contract/identity/account';
import type { TemplateResult } from 'lit';
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
import { Select } from '../../kit/select.ts';
import { reportForm } from '../../kit/report-form.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { confirmFields, confirmPerson, type Proof } from '../confirm-fields.ts';
import { accountTaskStyles } from './account-tasks.styles.ts';
import { codePicture } from './code-picture.ts';
import { emailField, marksField, profileFields, profileOf } from './profile-fields.ts';

/** What a person is about to do. */
export type AccountTask = 'profile' | 'email' | 'password' | 'set-up' | 'turn-off' | 'codes';

/** What stands in the dialog. */
interface Shape {
  heading: string;
  content: unknown;
  act: string;
  danger?: boolean;
}

/**
 * The dialogs of a person's account, one at a time. Where the platform wants to know first that it is them, it asks for their password or
 * a code, and goes on.
 *
 * @event profile - The person's profile was changed; `detail` is their account.
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class AccountTasks extends PrefixedElement {
  static override tag = 'account-tasks';
  static override uses = [Banner, Button, Dialog, Input, Select];
  static override styles = [widgetStyles, accountTaskStyles];
  @property({ attribute: false }) session!: Session;
  @property() task!: AccountTask;
  /** The account as it is; codes of an app are asked for where there is one. */
  @property({ attribute: false }) account!: Account;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  /** The platform wants to know first that it is the person. */
  @state() private confirming = false;
  @state() private proof: Proof = { text: '', byCode: false };
  @state() private setUp: SecondFactorSetUp | null = null;
  @state() private recoveryCodes: readonly string[] | null = null;
  @state() private copied = false;
  @query('form') private form!: HTMLFormElement | null;

  /** What is filled in, by the name of the field. */
  readonly #given = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.task === 'set-up') void this.#run(() => this.#begin());
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.failure] = [true, null];
    try {
      await work();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'auth.confirmation_required') this.confirming = true;
      else this.failure = failure;
    }
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<Input>('[autofocus]')?.focus();
  }

  async #begin(): Promise<void> {
    if (this.task === 'set-up') this.setUp = await this.session.client.account.setUpSecondFactor({});
  }

  readonly #submit = (event?: Event): void => {
    event?.preventDefault();
    if (!this.form || reportForm(this.form)) void this.#run(() => this.#act());
  };

  async #act(): Promise<void> {
    const { account } = this.session.client;
    if (this.recoveryCodes) return this.#say(this.task === 'codes' ? '' : msg('Two-factor sign-in is on.'));
    if (this.confirming) return this.#confirm();
    switch (this.task) {
      case 'profile':
        this.tell('profile', await account.update(profileOf(this.account, this.#given)));
        return this.#say(msg('Your profile is saved.'));
      case 'email': {
        const { email } = await account.changeEmail({ email: this.#value('email') });
        return this.#say(msg(str`A link is on its way to ${email}.`));
      }
      case 'password': {
        const { endedSessions } = await account.changePassword({
          password: this.#value('password'),
          newPassword: this.#value('newPassword'),
        });
        return this.#say(
          endedSessions > 0
            ? msg('Your password is changed. You are signed out everywhere else.')
            : msg('Your password is changed.'),
        );
      }
      case 'set-up':
        if (!this.setUp) return this.#begin();
        this.recoveryCodes = (await account.turnOnSecondFactor({ oneTimePassword: this.#value('code') })).recoveryCodes;
        return;
      case 'codes':
        this.recoveryCodes = (await account.renewRecoveryCodes({})).recoveryCodes;
        return;
      case 'turn-off':
        await account.turnOffSecondFactor({});
        this.#say(msg('Two-factor sign-in is off.'));
    }
  }

  /** Shows that it is the person, and does what was asked for before. */
  async #confirm(): Promise<void> {
    await confirmPerson(this.session, this.proof);
    this.proof = { text: '', byCode: false };
    this.confirming = false;
    if (this.task === 'set-up') await this.#begin();
    else await this.#act();
  }

  #say(words: string): void {
    this.tell('done', words);
  }

  #value(name: string): string {
    return this.#given.get(name) ?? '';
  }

  override render(): unknown {
    const { heading, content, act, danger } = this.#shape();
    return html`<x-dialog
      heading=${heading}
      open
      .mayClose=${() => this.recoveryCodes === null || this.copied}
      @close=${() => (this.recoveryCodes ? this.#say('') : this.tell('close'))}
    >
      <form novalidate @submit=${this.#submit}>
        ${this.failure && !marksField(this.failure) ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
        ${content}
      </form>
      <x-button slot="footer" variant=${danger ? 'danger' : 'primary'} ?busy=${this.busy} @click=${() => this.#submit()}
        >${act}</x-button
      >
    </x-dialog>`;
  }

  #shape(): Shape {
    if (this.recoveryCodes) return this.#keeping(this.recoveryCodes);
    if (this.confirming) return this.#confirmation();
    switch (this.task) {
      case 'profile':
        return {
          heading: msg('Your profile'),
          content: profileFields(this.account, this.#given, this.session),
          act: msg('Save'),
        };
      case 'email':
        return {
          heading: msg('Change address'),
          content: emailField(this.#given, this.failure, () => (this.failure = null)),
          act: msg('Send the link'),
        };
      case 'password':
        return {
          heading: msg('Change password'),
          content: html`${this.#secret('password', msg('Present password'), 'current-password')}
          ${this.#secret('newPassword', msg('New password'), 'new-password')}`,
          act: msg('Change password'),
        };
      case 'set-up':
        return this.#scanning();
      case 'codes':
        return {
          heading: msg('New recovery codes'),
          content: html`<p>${msg('The codes that you have now are good for nothing then.')}</p>`,
          act: msg('Make new codes'),
        };
      case 'turn-off':
        return {
          heading: msg('Turn two-factor sign-in off?'),
          content: html`<p>
            ${msg('Only your password is asked for then. Your recovery codes are good for nothing any more.')}
          </p>`,
          act: msg('Turn off'),
          danger: true,
        };
    }
  }

  #confirmation(): Shape {
    return {
      heading: msg('Confirm that it is you'),
      content: confirmFields(this.proof, {
        account: this.account,
        change: (proof) => (this.proof = proof),
      }),
      act: msg('Continue'),
    };
  }

  #scanning(): Shape {
    const { setUp } = this;
    return {
      heading: msg('Set up an authenticator app'),
      content: setUp
        ? html`<p>
              ${msg('Scan the picture with an authenticator app on your phone, then type the code that it shows.')}
            </p>
            ${codePicture(setUp.picture)}
            <p class="caption">
              ${msg('If you cannot scan it, type this key into the app:')}
              <code lang="zxx">${setUp.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
            ${this.#code('code', msg('Code'))}`
        : html`<p>${msg('One moment…')}</p>`,
      act: msg('Turn on'),
    };
  }

  #keeping(codes: readonly string[]): Shape {
    return {
      heading: msg('Your recovery codes'),
      content: html`<p>
          ${msg('Each signs you in once when you do not have your device. Keep them in a safe place: they are shown only now.')}
        </p>
        <ol>
          ${codes.map((code) => html`<li><code lang="zxx">${code}</code></li>`)}
        </ol>
        <div class="row">
          <x-button icon="copy" @click=${() => void this.#copy(codes)}
            >${this.copied ? msg('Copied') : msg('Copy')}</x-button
          >
        </div>`,
      act: msg('I have kept them'),
    };
  }

  #secret(name: string, label: string, autocomplete: 'current-password' | 'new-password'): TemplateResult {
    const isNew = autocomplete === 'new-password';
    return html`<x-input
      type="password"
      label=${label}
      hint=${isNew ? msg('At least 12 characters. Four words that do not belong together are good.') : ''}
      autocomplete=${autocomplete}
      required
      ?autofocus=${!isNew}
      .value=${this.#value(name)}
      .minLength=${isNew ? 12 : null}
      @input=${(event: Event) => this.#given.set(name, (event.target as Input).value)}
    ></x-input>`;
  }

  #code(name: string, label: string): TemplateResult {
    return html`<x-input
      label=${label}
      autocomplete="one-time-code"
      inputmode="numeric"
      required
      autofocus
      maxlength="32"
      .value=${this.#value(name)}
      @input=${(event: Event) => this.#given.set(name, (event.target as Input).value)}
    ></x-input>`;
  }

  async #copy(codes: readonly string[]): Promise<void> {
    await navigator.clipboard.writeText(codes.join('\n')).then(
      () => (this.copied = true),
      () => undefined,
    );
  }
}
