import { msg } from '@lit/localize';
import { type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { Button } from './button.ts';
import { icon } from './draw-icon.ts';
import { EditorField, type EditorPlace } from './editor-field.ts';
import type { Flaw } from './form-control.ts';
import type { IconName } from './icon.ts';
import { Input } from './input.ts';
import { keepPlaced } from './place-popover.ts';
import type { RichAct, RichTextEditor } from './rich-text-editor.ts';
import { richTextStyles } from './rich-text.styles.ts';
import { wordsOfHtml } from './words-of-html.ts';

/**
 * Text with bold, italic, links and lists. The value is clean HTML of those alone, whatever is pasted; merge fields are
 * marked where they stand. The editor's code arrives after the first paint, and until then the words can be read.
 *
 * Keys: Ctrl or Cmd B and I, Ctrl or Cmd K for a link, Ctrl or Cmd Z and Y, Enter for a paragraph, Shift Enter for a line,
 * `- ` and `1. ` start lists, Ctrl or Cmd `]` and `[` move list items in and out. Tab leaves the field. In the bar of
 * buttons arrow keys move.
 *
 * @slot tools - More buttons at the end of the bar, such as a menu of merge fields.
 * @fires input - The text changed.
 * @fires change - The text was changed and the field left.
 * @csspart bar - The bar of buttons.
 * @csspart input - The text.
 * @cssproperty --text-area-max - Height at which it scrolls instead of growing.
 */
export class RichText extends EditorField<RichTextEditor> {
  static override tag = 'rich-text';
  static override uses = [Button, Input];
  static override styles = [EditorField.styles, richTextStyles];
  @property({ type: Number }) rows = 6;
  @state() private linking = false;
  @query('.link') private panel!: HTMLElement;
  @query('.address') private address!: Input;
  #close: (() => void) | null = null;

  /** The words without their form. */
  get text(): string {
    return this.editor?.text ?? wordsOfHtml(this.value);
  }

  protected override flaw(): Flaw {
    return this.required && this.value === '' ? [{ valueMissing: true }, msg('Write something here.')] : null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close?.();
    this.#close = null;
  }

  protected override async editorCode(): Promise<(place: EditorPlace) => RichTextEditor> {
    const { openEditor } = await import('./editors.ts');
    return (place) => openEditor({ ...place, onLink: this.#onLink });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.style.setProperty('--rows', String(this.rows));
  }

  readonly #onLink = (): void => {
    if (!this.editor || this.linking || this.off || this.readOnly) return;
    this.linking = true;
    this.panel.showPopover();
    this.#close = keepPlaced(this.panel, this.renderRoot.querySelector('.to-link') ?? this.place);
    void this.updateComplete.then(() => this.address.focus());
  };
  #apply(href: string): void {
    const address = /^[\w-]+(\.[\w-]+)+(\/|$|\?)/.test(href) ? `https://${href}` : href;
    if (this.editor?.link(address)) this.panel.hidePopover();
    else this.address.error = msg('Write an address such as https://example.com.');
  }
  readonly #onLinkToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'open') return;
    this.linking = false;
    this.#close?.();
    this.#close = null;
    this.editor?.focus();
  };

  readonly #onBarKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.bar > button')];
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    if (!step || at < 0) return;
    const across = getComputedStyle(this).direction === 'rtl' ? -step : step;
    const next = buttons[(at + across + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  };

  #button(name: IconName, label: string, act: RichAct | 'link', pressed: boolean): unknown {
    return html`<button
      type="button"
      class=${act === 'link' ? 'to-link' : ''}
      tabindex=${act === 'strong' ? 0 : -1}
      aria-label=${label}
      title=${label}
      aria-pressed=${pressed}
      ?disabled=${!this.editor || this.off || this.readOnly}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => (act === 'link' ? this.#onLink() : this.editor?.act(act))}
    >
      ${icon(name)}
    </button>`;
  }

  override render(): unknown {
    const at = this.editor?.at;
    return html`<div class="field">
      <div id="label" part="label" class=${this.labelClass} @click=${() => this.focus()}>${this.label}</div>
      <div class="box shell ${this.problem ? 'wrong' : ''} ${this.off ? 'off' : ''}">
        <div class="bar" part="bar" role="toolbar" aria-label=${msg('Form of the text')} @keydown=${this.#onBarKey}>
          ${this.#button('bold', msg('Bold'), 'strong', at?.strong ?? false)}
          ${this.#button('italic', msg('Italic'), 'em', at?.em ?? false)}
          ${this.#button('link', msg('Link'), 'link', (at?.href ?? '') !== '')}
          <span class="rule"></span>
          ${this.#button('bullets', msg('List'), 'bullet_list', at?.list === 'bullet_list')}
          ${this.#button('numbers', msg('Numbered list'), 'ordered_list', at?.list === 'ordered_list')}
          <slot name="tools"></slot>
        </div>
        <div class="place" @focusout=${this.onBlur}>
          ${this.editor ? '' : html`<div class="waiting" aria-busy="true">${wordsOfHtml(this.value)}</div>`}
        </div>
      </div>
      ${this.below()}
      <div class="link" popover @toggle=${this.#onLinkToggle}>${this.linking ? this.#linkForm() : ''}</div>
    </div>`;
  }

  #linkForm(): unknown {
    const href = this.editor?.at.href ?? '';
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#apply(this.address.value.trim());
      }}
    >
      <x-input class="address" label=${msg('Address of the link')} inputmode="url" value=${href}></x-input>
      <div class="acts">
        ${href ? html`<x-button size="small" variant="quiet" @click=${() => this.#apply('')}>${msg('Remove link')}</x-button>` : ''}
        <x-button size="small" variant="primary" @click=${() => this.#apply(this.address.value.trim())}
          >${msg('Apply')}</x-button
        >
      </div>
    </form>`;
  }
}
