import { css, LitElement, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

/** The looks that every field shares. */
export const fieldStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 5px;
  }
  label {
    font-size: var(--_font-size-s);
    font-weight: var(--_font-weight-medium);
    color: var(--_text);
  }
  .box {
    inline-size: 100%;
    min-block-size: var(--_control-height);
    padding: 5px 10px;
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-size-m);
    line-height: 1.4;
    transition: border-color var(--_duration-fast) var(--_ease-out);
  }
  .box:focus-visible {
    outline-offset: -1px;
    border-color: var(--_focus);
  }
  .box::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .box[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .box:disabled {
    background: var(--_sunken);
    color: var(--_text-disabled);
    border-color: var(--_border);
  }
  .hint {
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
  }
  .error {
    font-size: var(--_font-size-xs);
    color: var(--_danger-text);
  }
  @media (pointer: coarse) {
    .box {
      min-block-size: var(--_control-height-touch);
      font-size: max(16px, var(--_font-size-m));
    }
  }
`;

/** A labelled field that takes part in the form around it. Label, hint and error stand in the control's own root. */
export abstract class FormControl extends PrefixedElement {
  static formAssociated = true;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles: CSSResultGroup = [kitStyles, fieldStyles];

  @property() name = '';
  @property() label = '';
  @property({ type: Boolean, attribute: 'hide-label' }) hideLabel = false;
  @property() hint = '';
  /** What is wrong and what to do; empty when nothing is. */
  @property() error = '';
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;
  @property() value = '';
  protected readonly internals = this.attachInternals();
  #initial: string | null = null;

  formResetCallback(): void {
    this.value = this.#initial ?? '';
  }
  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  protected get formValue(): string | null {
    return this.value;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#initial ??= this.value;
    this.internals.setFormValue(this.formValue);
    const control = this.renderRoot.querySelector<HTMLInputElement>('.box');
    if (control?.validity) this.internals.setValidity(control.validity, control.validationMessage, control);
  }

  /** Attributes that tie the native control to its words. */
  protected get describedBy(): string | typeof nothing {
    return this.error ? 'error' : this.hint ? 'hint' : nothing;
  }

  protected readonly onInput = (event: Event): void => {
    this.value = (event.target as HTMLInputElement).value;
  };
  /** A native change stays inside the shadow root; fields say it again. */
  protected readonly onChange = (event: Event): void => {
    this.onInput(event);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  protected frame(control: unknown): unknown {
    return html`<div class="field">
      <label for="control" class=${this.hideLabel ? 'visually-hidden' : ''}>${this.label}</label>
      ${control}
      ${
        this.error
          ? html`<div class="error" id="error" role="alert">${this.error}</div>`
          : this.hint
            ? html`<div class="hint" id="hint">${this.hint}</div>`
            : ''
      }
    </div>`;
  }
}
