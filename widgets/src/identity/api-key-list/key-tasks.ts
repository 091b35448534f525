import { msg, str } from '@lit/localize';
import type { ApiKey, ApiKeyGrantable } from '@tabard/contract';
import type { Account } from '@tabard/contract/identity/account';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { DateField } from '../../kit/date-field.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { RadioGroup } from '../../kit/radio-group.ts';
import { reportForm } from '../../kit/report-form.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { confirmFields, confirmPerson, type Proof } from '../confirm-fields.ts';
import { keyFields, valuesOf, type KeyDraft } from './key-fields.ts';
import { keyTasksStyles } from './key-tasks.styles.ts';
import { secretView } from './secret-view.ts';

/** What a person is about to do. */
export type KeyTask = { kind: 'create' } | { kind: 'edit' | 'rotate' | 'revoke'; key: ApiKey };

/** What stands in the dialog. */
interface Shape {
  heading: string;
  content: unknown;
  act: string;
  danger?: boolean;
}

/** Seconds for which an old secret goes on working. */
const OVERLAPS = ['0', '3600', '86400', '604800'];

/**
 * The dialogs of the list of keys, one at a time.
 *
 * @event done - It was done; `detail` is the sentence that says so, empty while a secret is shown.
 * @event close - The dialog was closed.
 */
export class KeyTasks extends PrefixedElement {
  static override tag = 'key-tasks';
  static override uses = [Banner, Button, Checkbox, DateField, Dialog, Input, RadioGroup, TagInput];
  static override styles = keyTasksStyles;
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) task!: KeyTask;
  /** What a key can be given; null until it is known. */
  @property({ attribute: false }) grantable: ApiKeyGrantable | null = null;
  @state() private draft: KeyDraft = {};
  @state() private overlap = '86400';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  /** What the platform wants to see before it gives a secret away: that it is the person. */
  @state() private proof: Proof | null = null;
  @state() private account: Account | null = null;
  /** Nothing was chosen that it may do. */
  @state() private isPowerless = false;
  /** The secret that was made, shown this once. */
  @state() private secret = '';
  /** Where the platform answers, as the example says it. */
  @state() private baseUrl = '';
  @state() private copied = '';
  @query('form') private form!: HTMLFormElement | null;

  /** The dialog opens before its field can take the focus. */
  protected override firstUpdated(): void {
    const field = this.renderRoot.querySelector<Input>('[autofocus]');
    void field?.updateComplete.then(() => field.focus());
  }

  readonly #submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (this.secret) this.tell('close');
    if (this.secret || this.busy) return;
    if (this.form && !reportForm(this.form)) return;
    this.isPowerless = this.task.kind === 'create' && valuesOf(this.draft, this.grantable).permissions.length === 0;
    if (this.isPowerless) return;
    [this.busy, this.failure] = [true, null];
    try {
      if (this.proof) await confirmPerson(this.session, this.proof);
      this.proof = null;
      this.tell('done', await this.#act());
    } catch (error) {
      await this.#fail(toFailure(error));
    }
    this.busy = false;
  };

  /** Asks who it is where the platform wants to know, and then goes on; says anything else. */
  async #fail(failure: Failure): Promise<void> {
    if (failure.code !== 'auth.confirmation_required') return void (this.failure = failure);
    this.proof = { text: '', byCode: false };
    await this.updateComplete;
    this.renderRoot.querySelector<Input>('[autofocus]')?.focus();
    // Without an answer the password is asked for, which everybody has.
    this.account = await this.session.client.account.get().catch(() => null);
  }

  /** Does it; gives the sentence that says so. */
  async #act(): Promise<string> {
    const { task } = this;
    const { apiKeys } = this.session.client;
    switch (task.kind) {
      case 'create':
        return this.#show(await apiKeys.create(valuesOf(this.draft, this.grantable)));
      case 'rotate':
        return this.#show(await apiKeys.rotate({ id: task.key.id, overlap: Number(this.overlap) }));
      case 'edit': {
        const { name, networks, expiresAt = null } = valuesOf(this.#held(task.key), this.grantable);
        await apiKeys.update({ id: task.key.id, name, networks, expiresAt });
        return msg(str`${name} was changed.`);
      }
      case 'revoke':
        await apiKeys.revoke({ id: task.key.id });
        return msg(str`${task.key.name} was revoked.`);
    }
  }

  /** Shows a secret, with an example that calls the platform where this page calls it. */
  async #show({ secret }: { secret: string }): Promise<string> {
    this.secret = secret;
    const alive = '/health/live';
    // Without an answer the example names the page's own address.
    const { url } = await this.session.client.fetch(alive).catch(() => ({ url: '' }));
    this.baseUrl = url.endsWith(alive) ? url.slice(0, -alive.length) : location.origin;
    return '';
  }

  /** What the form holds of a key that is there. */
  #held(key: ApiKey): KeyDraft {
    const day = key.expiresAt ? dayOf(key.expiresAt) : '';
    return { name: key.name, networks: key.networks.join(','), day, ...this.draft };
  }

  override render(): unknown {
    const { heading, content, act, danger } = this.#shape();
    const isForm = !this.proof && (this.task.kind === 'create' || this.task.kind === 'edit');
    return html`<x-dialog ?side=${isForm} heading=${heading} open @close=${() => this.tell('close')}>
      ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
      ${
        this.isPowerless
          ? html`<x-banner tone="danger">${msg('Choose at least one thing that it may do.')}</x-banner>`
          : ''
      }
      ${content}
      <x-button
        slot="footer"
        variant=${danger ? 'danger' : 'primary'}
        ?busy=${this.busy}
        @click=${() => void this.#submit()}
        >${act}</x-button
      >
    </x-dialog>`;
  }

  #shape(): Shape {
    const { task } = this;
    if (this.secret) return this.#made();
    if (this.proof) return this.#confirmation(this.proof);
    switch (task.kind) {
      case 'create':
        return { heading: msg('Make a key'), content: this.#fields(this.draft), act: msg('Make the key') };
      case 'edit':
        return {
          heading: msg(str`Change ${task.key.name}`),
          content: this.#fields(this.#held(task.key)),
          act: msg('Save'),
        };
      case 'rotate':
        return { heading: msg(str`A new secret for ${task.key.name}`), content: this.#choice(), act: msg('Make it') };
      case 'revoke':
        return {
          heading: msg(str`Revoke ${task.key.name}?`),
          content: html`<p>
            ${msg('Within five seconds nothing accepts it any more, and what uses it stops. This cannot be undone.')}
          </p>`,
          act: msg('Revoke'),
          danger: true,
        };
    }
  }

  #confirmation(proof: Proof): Shape {
    const change = (next: Proof): void => void (this.proof = next);
    return {
      heading: msg('Confirm that it is you'),
      content: html`<form novalidate @submit=${this.#submit}>
        ${confirmFields(proof, { account: this.account, change })}
      </form>`,
      act: msg('Continue'),
    };
  }

  #fields(draft: KeyDraft): unknown {
    return keyFields({
      draft,
      grantable: this.grantable,
      here: this.session.current?.workspace?.name ?? '',
      isNew: this.task.kind === 'create',
      submit: (event) => void this.#submit(event),
      change: (change) => (this.draft = { ...this.draft, ...change }),
    });
  }

  #choice(): unknown {
    const words: Record<string, string> = {
      '0': msg('Not at all'),
      '3600': msg('One hour'),
      '86400': msg('One day'),
      '604800': msg('Seven days'),
    };
    return html`<form novalidate @submit=${this.#submit}>
      <p class="muted">
        ${msg('Put the new secret in place while the old one still works; then the old one ends by itself.')}
      </p>
      <x-radio-group
        label=${msg('The old secret works on for')}
        required
        .options=${OVERLAPS.map((value) => ({ value, label: words[value] ?? value }))}
        .value=${this.overlap}
        @change=${(event: Event) => (this.overlap = (event.target as RadioGroup).value)}
      ></x-radio-group>
    </form>`;
  }

  #made(): Shape {
    return {
      heading: msg('Copy the secret now'),
      content: secretView({
        secret: this.secret,
        baseUrl: this.baseUrl,
        copied: this.copied,
        copy: (text) => void this.#copy(text),
      }),
      act: msg('Done'),
    };
  }

  /** Where a page may not write to the clipboard, the secret stands in a field to be chosen. */
  async #copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => (this.copied = text),
      () => this.renderRoot.querySelector<HTMLElement>('[readonly]')?.focus(),
    );
  }
}

/** The day of a moment where the reader is. */
function dayOf(moment: string): string {
  const at = new Date(moment);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
