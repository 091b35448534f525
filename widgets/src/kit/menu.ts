import { nothing, type TemplateResult } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { icon } from './draw-icon.ts';
import { focused } from './focus-return.ts';
import type { IconName } from './icon.ts';
import { kitStyles } from './kit.styles.ts';
import { menuStyles } from './menu.styles.ts';
import { keepPlaced, type Placing } from './place-popover.ts';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  hint?: string;
  /** The keys that do the same, shown as they are pressed. */
  shortcut?: string;
  danger?: boolean;
  /** It can be reached and read, but not chosen. */
  disabled?: boolean;
  /** A second line: why it cannot be chosen, or what it does. */
  reason?: string;
  /** One of several that can be on. */
  checked?: boolean;
  /** A line above it. */
  divided?: boolean;
  /** Further acts that it opens. */
  items?: readonly MenuItem[];
}
/** Letters typed within this time are one word to look for. */
const WORD_MS = 500;
const HOVER_MS = 140;

/**
 * A button that opens a list of acts, some of which may open a list of their own.
 *
 * Keys: Enter, Space and arrow down open at the first, arrow up at the last; arrows, Home and End move; letters jump to what
 * begins with them; the arrow towards the end opens what an act holds, the one towards the start and Escape go back; Tab leaves.
 *
 * @slot - The button's words, unless it has an icon and a label only.
 * @slot head - What is said above the acts.
 * @event choose - `detail` is the id of the act.
 * @csspart list - What opens.
 */
export class Menu extends PrefixedElement {
  static override tag = 'menu';
  static override uses = [Button];
  static override styles = [kitStyles, menuStyles];

  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @property() icon: IconName | '' = '';
  @property() label = '';
  @property() variant: Button['variant'] = 'quiet';
  @property() size: Button['size'] = 'normal';
  @property() align: NonNullable<Placing['align']> = 'end';
  /** Without a button of its own: another element opens it by `openAt`. */
  @property({ type: Boolean }) bare = false;
  @query('.list') private list!: HTMLElement;
  @query('.trigger') private trigger!: Button | null;
  get isOpen(): boolean {
    return this.list.matches(':popover-open');
  }
  #anchor: HTMLElement | null = null;
  #typed = '';
  #typedAt = 0;
  #hover: ReturnType<typeof setTimeout> | undefined;
  readonly #letGo = new Map<HTMLElement, () => void>();
  #wasOpen = false;

  /** Opens at an element, which gets the focus back. */
  async openAt(anchor: HTMLElement, end: 'first' | 'last' = 'first'): Promise<void> {
    // What it was given a moment ago must be there to be measured.
    await this.updateComplete;
    this.#anchor = anchor;
    this.list.showPopover();
    this.#entriesOf(this.list)
      .at(end === 'first' ? 0 : -1)
      ?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const letGo of this.#letGo.values()) letGo();
    this.#letGo.clear();
  }

  #entriesOf(list: HTMLElement): HTMLButtonElement[] {
    return [...list.querySelectorAll<HTMLButtonElement>(':scope > .item, :scope > .sub > .item')];
  }

  readonly #onTrigger = (event: MouseEvent): void => {
    const open = event.detail === 0 ? this.isOpen : this.#wasOpen;
    if (open) this.list.hidePopover();
    else if (this.trigger) void this.openAt(this.trigger);
  };
  readonly #onTriggerKey = (event: KeyboardEvent): void => {
    if (!this.trigger || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    void this.openAt(this.trigger, event.key === 'ArrowDown' ? 'first' : 'last');
  };

  #openSub(item: HTMLElement, enter: boolean): void {
    const list = item.nextElementSibling;
    if (!(list instanceof HTMLElement)) return;
    if (!list.matches(':popover-open')) list.showPopover();
    if (enter) this.#entriesOf(list)[0]?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const list = event.currentTarget;
    if (!(list instanceof HTMLElement) || event.defaultPrevented) return;
    const entries = this.#entriesOf(list);
    const current = focused();
    const at = entries.findIndex((entry) => entry === current);
    const rtl = getComputedStyle(list).direction === 'rtl';
    const [onward, backward] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    const above = list.closest('.sub')?.querySelector<HTMLElement>(':scope > .item');
    if (step !== undefined) entries.at(step % entries.length)?.focus();
    else if (event.key === onward && current?.matches('.sub > .item')) this.#openSub(current, true);
    else if (event.key === 'Escape' || (event.key === backward && above)) {
      list.hidePopover();
      (above ?? this.#anchor)?.focus();
    } else if (event.key === 'Tab') return this.list.hidePopover();
    else if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    else this.#find(entries, at, event.key.toLowerCase());
    event.preventDefault();
    event.stopPropagation();
  };

  /** Goes to what begins with the letters typed; the same letter again goes to the next. */
  #find(entries: readonly HTMLElement[], at: number, letter: string): void {
    const now = performance.now();
    this.#typed = now - this.#typedAt < WORD_MS ? this.#typed + letter : letter;
    this.#typedAt = now;
    const same = this.#typed.replaceAll(letter, '') === '';
    const wanted = same ? letter : this.#typed;
    const from = same ? at + 1 : Math.max(0, at);
    const order = [...entries.slice(from), ...entries.slice(0, from)];
    order.find((entry) => entry.dataset['label']?.toLowerCase().startsWith(wanted))?.focus();
  }

  readonly #choose = (item: MenuItem): void => {
    if (item.disabled) return;
    this.list.hidePopover();
    this.#anchor?.focus();
    this.tell('choose', item.id);
  };

  readonly #toggled = (event: Event): void => {
    const list = event.target;
    if (!(list instanceof HTMLElement)) return;
    const open = list.matches(':popover-open');
    const above = list.closest('.sub')?.querySelector<HTMLElement>(':scope > .item');
    const anchor = above ?? this.#anchor;
    this.#letGo.get(list)?.();
    this.#letGo.delete(list);
    if (open && anchor) {
      this.#letGo.set(list, keepPlaced(list, anchor, above ? { side: 'inline' } : { align: this.align }));
    }
    if (above) above.ariaExpanded = String(open);
    else if (this.trigger) this.trigger.expanded = open ? 'true' : 'false';
  };

  /** The pointer opens what it rests on and closes what it left. */
  #hovered(event: PointerEvent, list: Element | null): void {
    const item = event.currentTarget;
    if (event.pointerType !== 'mouse' || !(item instanceof HTMLElement)) return;
    item.focus({ preventScroll: true });
    clearTimeout(this.#hover);
    this.#hover = setTimeout(() => {
      for (const open of list?.querySelectorAll<HTMLElement>(':scope > .sub > .list:popover-open') ?? [])
        if (open !== item.nextElementSibling) open.hidePopover();
      if (item.matches('.sub > .item')) this.#openSub(item, false);
    }, HOVER_MS);
  }

  #item(item: MenuItem): TemplateResult {
    const { items, checked } = item;
    const button = html`<button
      class="item ${item.danger ? 'danger' : ''}"
      type="button"
      role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      tabindex="-1"
      data-label=${item.label}
      aria-disabled=${item.disabled ? 'true' : nothing}
      aria-checked=${checked === undefined ? nothing : String(checked)}
      aria-haspopup=${items ? 'menu' : nothing}
      aria-keyshortcuts=${item.shortcut ?? nothing}
      @click=${(event: MouseEvent) => {
        if (items && event.currentTarget instanceof HTMLElement) this.#openSub(event.currentTarget, event.detail === 0);
        else this.#choose(item);
      }}
      @pointerenter=${(event: PointerEvent) => {
        const { currentTarget } = event;
        this.#hovered(event, currentTarget instanceof Element ? currentTarget.closest('.list') : null);
      }}
    >
      ${icon(checked ? 'check' : item.icon)}<span class="words"
        >${item.label}${item.reason ? html`<span class="reason">${item.reason}</span>` : ''}</span
      >${item.hint ? html`<span class="hint cut">${item.hint}</span>` : ''}${item.shortcut ? html`<kbd aria-hidden="true">${item.shortcut}</kbd>` : ''}${items ? html`<span class="onward">${icon('next')}</span>` : ''}
    </button>`;
    return html`${item.divided ? html`<hr />` : ''}${items ? html`<div class="sub" role="none">${button}${this.#list(items, item.label)}</div>` : button}`;
  }

  #list(items: readonly MenuItem[], label: string, head: unknown = ''): TemplateResult {
    return html`<div
      class="list"
      part="list"
      popover
      role="menu"
      aria-label=${label || nothing}
      @keydown=${this.#onKey}
      @toggle=${this.#toggled}
    >
      ${head}${items.map((item) => this.#item(item))}
    </div>`;
  }

  override render(): unknown {
    return html`${
      this.bare
        ? ''
        : html`<x-button
            class="trigger"
            variant=${this.variant}
            size=${this.size}
            icon=${this.icon}
            label=${this.label}
            .popup=${'menu'}
            @pointerdown=${() => (this.#wasOpen = this.isOpen)}
            @click=${this.#onTrigger}
            @keydown=${this.#onTriggerKey}
            ><slot></slot
          ></x-button>`
    }${this.#list(this.items, this.label, html`<slot name="head"></slot>`)}`;
  }
}
