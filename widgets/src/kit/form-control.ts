import { LitElement, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { fieldStyles } from './field.styles.ts';
import { kitStyles } from './kit.styles.ts';
import { validityWords } from './validity-words.ts';

/** What is wrong with a value and in whose words; null when nothing is. */
export type Flaw = [flags: ValidityStateFlags, message: string] | null;

/**
 * A labelled field that takes part in the form around it as a native control does: it is submitted, reset, restored,
 * disabled by a fieldset and validated. Label, hint and error stand in the control's own root, where ids reach.
 *
 * What is wrong is shown once the field was left after a change, or when the form was checked: in words of the page's
 * language, or in the host's `error`.
 *
 * @csspart label - The words above.
 * @csspart hint - The line below that helps.
 * @csspart error - The line below that says what is wrong.
 * @cssstate disabled - It cannot be used, by itself or by a fieldset.
 * @cssstate readonly - It can be read and copied only.
 * @cssstate required - It must be filled.
 * @cssstate filled - It has a value.
 * @cssstate invalid - What is wrong is shown.
 */
export abstract class FormControl extends PrefixedElement {
  static formAssociated = true;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles: CSSResultGroup = [kitStyles, fieldStyles];

  /** The key its value has in the form. */
  @property({ reflect: true }) name = '';
  @property() label = '';
  /** Keeps the label for screen readers only. */
  @property({ type: Boolean, attribute: 'hide-label' }) hideLabel = false;
  @property() hint = '';
  /** The host's own words about what is wrong and what to do; while there are any the field is invalid. */
  @property() error = '';
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, reflect: true, attribute: 'readonly' }) readOnly = false;
  /** `small` where fields stand in a toolbar. */
  @property({ reflect: true }) size: 'normal' | 'small' = 'normal';
  @property() value = '';
  protected readonly internals = this.attachInternals();
  @state() private barred = false;
  @state() private shown = '';
  #initial: string | null = null;
  #touched = false;

  constructor() {
    super();
    this.addEventListener('invalid', () => this.showValidity());
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }
  /** Says now what is wrong, without waiting for the field to be left. */
  showValidity(): void {
    this.#touched = true;
    this.shown = this.internals.validationMessage;
  }

  formResetCallback(): void {
    this.restore(this.getAttribute('value') ?? this.#initial ?? '');
    this.#touched = false;
    this.shown = '';
  }
  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
  }
  formStateRestoreCallback(state: string): void {
    this.restore(state);
  }

  /** What is kept over a reload, as one text, and its way back. */
  protected get kept(): string {
    return this.value;
  }
  protected restore(kept: string): void {
    this.value = kept;
  }
  /** What the form sends; null sends nothing. */
  protected get formValue(): string | FormData | null {
    return this.value;
  }
  /** Whether it can be changed at all: its own `disabled`, or that of a fieldset around it. */
  protected get off(): boolean {
    return this.disabled || this.barred;
  }
  /** The element the browser points at when something is wrong. */
  protected get control(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.box');
  }
  /** What is wrong with the value, by the native control where there is one. */
  protected flaw(): Flaw {
    const field = (this.control ?? {}) as Partial<HTMLInputElement>;
    const { validity } = field;
    return validity && !validity.valid ? [plain(validity), validityWords(validity, field)] : null;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#initial ??= this.kept;
    this.internals.setFormValue(this.formValue, this.kept);
    const flaw: Flaw = this.error ? [{ customError: true }, this.error] : this.off ? null : this.flaw();
    const { control, internals } = this;
    if (flaw) internals.setValidity(...flaw, control ?? undefined);
    else internals.setValidity({});
    const message = this.#touched ? internals.validationMessage : '';
    if (message !== this.shown) this.shown = message;
    this.mark('disabled', this.off);
    this.mark('readonly', this.readOnly);
    this.mark('required', this.required);
    this.mark('filled', this.kept !== '');
    this.mark('invalid', this.problem !== '');
  }

  /** Sets or clears a state that style sheets see as `:state(name)`. */
  protected mark(name: string, on: boolean): void {
    if (on) this.internals.states.add(name);
    else this.internals.states.delete(name);
  }

  /** What is shown as wrong now. */
  protected get problem(): string {
    return this.error || this.shown;
  }
  protected get invalid(): 'true' | typeof nothing {
    return this.problem ? 'true' : nothing;
  }
  /** Ties the native control to its words. */
  protected get describedBy(): string | typeof nothing {
    return this.problem ? 'error' : this.hint ? 'hint' : nothing;
  }

  protected readonly onInput = (event: Event): void => {
    this.value = (event.target as HTMLInputElement).value;
  };
  /** A native change stays inside the shadow root; fields say it again. */
  protected readonly onChange = (event: Event): void => {
    this.onInput(event);
    this.changed();
  };
  /** Takes a value as if a person had given it, and tells so. */
  protected take(value: string): void {
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.changed();
  }
  protected changed(): void {
    this.#touched = true;
    this.requestUpdate();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
  /** Enter in a one-line field sends the form, as it does from a native one. */
  protected readonly onEnter = (event: KeyboardEvent): void => {
    const { form } = this.internals;
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !form) return;
    this.changed();
    const submitter = form.querySelector<HTMLButtonElement>('button:not([type=button], [type=reset]), [type=submit]');
    if (!submitter?.disabled) form.requestSubmit(submitter);
  };

  /** Looks of the label: there for the eye or for screen readers only, with a mark when an answer is required. */
  protected get labelClass(): string {
    return `${this.hideLabel ? 'visually-hidden' : 'label'} ${this.required ? 'needed' : ''}`;
  }
  protected below(): unknown {
    if (this.problem) return html`<div class="error" id="error" part="error" role="alert">${this.problem}</div>`;
    return this.hint ? html`<div class="hint" id="hint" part="hint">${this.hint}</div>` : '';
  }
  protected frame(control: unknown): unknown {
    return html`<div class="field">
      <label id="label" for="control" part="label" class=${this.labelClass}>${this.label}</label>
      ${control}${this.below()}
    </div>`;
  }
}

/** A validity's flags as a plain record: the live object is not accepted everywhere. */
function plain(validity: ValidityState): ValidityStateFlags {
  const flags: Record<string, boolean> = {};
  for (const key in validity) flags[key] = validity[key as keyof ValidityState];
  return flags;
}
