import { msg, str } from '@lit/localize';
import type { Tag } from '@tabard/contract/crm/tag';
import { css, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { listboxStyles } from '../kit/listbox.styles.ts';
import { folded } from '../kit/match-options.ts';
import { keepPlaced } from '../kit/place-popover.ts';
import { TagInput } from '../kit/tag-input.ts';
import { toneOf } from './color-tones.ts';

type Known = Pick<Tag, 'id' | 'name' | 'color' | 'category'>;
/** What can be taken: a tag there is, or one that is made of what was typed. */
interface Offer {
  name: string;
  known: Known | null;
}
const PAUSE_MS = 150;
const OFFERED = 50;

/**
 * Tags of a lead: found by typing among those there are, or made. Chosen ones stand as chips in their colours.
 *
 * Keys: those of the field for tags; Down and Up move in the list, Enter takes what is active, Escape closes the list.
 *
 * @csspart list - The floating list.
 * @csspart option - One tag.
 */
export class TagPicker extends TagInput {
  static override tag = 'tag-picker';
  static override styles = [
    TagInput.styles,
    listboxStyles,
    css`
      .option i {
        inline-size: 9px;
        block-size: 9px;
        border-radius: 9px;
        flex: none;
        background: var(--_text-muted);
      }
      .option .accent {
        background: var(--_accent-mark);
      }
      .option .success {
        background: var(--_success);
      }
      .option .warning {
        background: var(--_warning);
      }
      .option .info {
        background: var(--_info);
      }
      .option .danger {
        background: var(--_danger);
      }
      .option .make {
        visibility: hidden;
      }
    `,
  ];
  /** Finds tags by what was typed. */
  @property({ attribute: false }) find: ((typed: string) => PromiseLike<readonly Known[]>) | null = null;
  @state() private open = false;
  @state() private active = -1;
  @state() private found: readonly Known[] | null = null;
  @query('.list') private list!: HTMLElement | null;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #letGo: (() => void) | null = null;

  get #offers(): readonly Offer[] {
    const chosen = new Set(this.tags.map(folded));
    const typed = this.typed.trim();
    const is = folded(typed);
    // Until the next answer is there, what is known of the one before.
    const known = (this.found ?? []).filter(
      ({ name, category }) => !chosen.has(folded(name)) && folded(`${name} ${category ?? ''}`).includes(is),
    );
    const makes = is !== '' && !chosen.has(is) && !this.found?.some(({ name }) => folded(name) === is);
    return [
      ...known.slice(0, OFFERED).map((one) => ({ name: one.name, known: one })),
      ...(makes && this.found ? [{ name: typed, known: null }] : []),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hide();
  }

  #hide(): void {
    [this.open, this.active] = [false, -1];
    clearTimeout(this.#timer);
    this.#letGo?.();
    this.#letGo = null;
    if (this.list?.matches(':popover-open')) this.list.hidePopover();
  }

  #show(): void {
    if (this.off || this.readOnly || !this.find) return;
    this.open = true;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    // What cannot be found can still be written: the field works without its list.
    const found = await Promise.resolve(this.find?.(this.typed.trim()) ?? []).catch(() => []);
    if (asked !== this.#asked || !this.open) return;
    this.found = found;
    this.active = this.typed.trim() === '' ? -1 : 0;
  }

  #take(offer: Offer): void {
    this.addTags(offer.name);
    [this.active, this.found] = [-1, null];
    this.native.focus();
    void this.#ask();
  }

  readonly #onPress = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const offers = this.#offers;
    const { key } = event;
    const inText = this.shadowRoot?.activeElement === this.native;
    if (inText && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      if (!this.open) return this.#show();
      const step = key === 'ArrowDown' ? 1 : -1;
      if (offers.length > 0)
        this.active =
          this.active < 0 && step < 0 ? offers.length - 1 : (this.active + step + offers.length) % offers.length;
      return;
    }
    const offer = inText && key === 'Enter' && this.open ? offers[this.active] : undefined;
    if (offer) {
      event.preventDefault();
      return this.#take(offer);
    }
    if (key === 'Escape' && this.open) {
      // What is around the field, such as a drawer, stays open.
      event.preventDefault();
      event.stopPropagation();
      return this.#hide();
    }
    this.onKey(event);
  };
  protected override readonly pressed = (event: KeyboardEvent): void => this.#onPress(event);

  readonly #onInput = (): void => {
    clearTimeout(this.#timer);
    this.open = true;
    this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  };

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    const { native } = this;
    native.setAttribute('role', 'combobox');
    native.setAttribute('aria-autocomplete', 'list');
    native.addEventListener('input', this.#onInput);
    native.addEventListener('click', () => this.#show());
    native.addEventListener('blur', () => this.#hide());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { list, native } = this;
    const shown = this.open && this.#offers.length > 0;
    native.setAttribute('aria-expanded', String(shown));
    for (const [name, value] of [
      ['aria-controls', shown ? 'list' : ''],
      ['aria-activedescendant', shown && this.active >= 0 ? `option-${this.active}` : ''],
    ] as const)
      if (value) native.setAttribute(name, value);
      else native.removeAttribute(name);
    if (shown && list && !this.#letGo) {
      list.style.setProperty(
        'min-width',
        `${this.renderRoot.querySelector<HTMLElement>('.shell')?.offsetWidth ?? 0}px`,
      );
      list.showPopover();
      this.#letGo = keepPlaced(list, this.renderRoot.querySelector('.shell') ?? native);
    } else if (!shown && this.#letGo) {
      this.#letGo();
      this.#letGo = null;
      if (list?.matches(':popover-open')) list.hidePopover();
    }
    list?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  protected override suggestions(): TemplateResult {
    const offers = this.open ? this.#offers : [];
    return html`<div class="list" part="list" popover="manual" @mousedown=${(event: Event) => event.preventDefault()}>
      <div role="listbox" id="list" aria-label=${msg('Suggestions')}>
        ${offers.map((offer, at) => this.#option(offer, at))}
      </div>
    </div>`;
  }

  #option(offer: Offer, at: number): TemplateResult {
    const { known, name } = offer;
    return html`<div
      class="option ${at === this.active ? 'active' : ''}"
      part="option"
      role="option"
      id="option-${at}"
      aria-selected=${at === this.active ? 'true' : nothing}
      @click=${() => this.#take(offer)}
    >
      <i class=${known ? toneOf(known.color) : 'make'}></i>
      <span class="cut">${known ? name : msg(str`Create “${name}”`)}</span>
      ${known?.category ? html`<span class="caption cut">${known.category}</span>` : ''}
    </div>`;
  }
}
