import { LOCALE_STATUS_EVENT } from '@lit/localize';
import { LitElement, type PropertyValues } from 'lit';
import { DEFAULT_PREFIX, withPrefix } from './html.ts';
import { partSheet } from './part-sheet.ts';

/** An element class that can be defined under any prefix. */
export interface PrefixedElementClass extends CustomElementConstructor {
  /** Its name without the prefix, such as `button`. */
  tag: string;
  /** The elements its template uses; they are defined together with it. */
  uses: readonly PrefixedElementClass[];
  prefix: string;
}

/** Everything on the page that may say something: other words concern each of them. One listener serves all. */
const speaking = new Set<PrefixedElement>();
const speakAgain = (): void => {
  for (const one of speaking) one.requestUpdate();
};

/** The base of every element: knows its prefix, renders under it, and speaks in events that carry it. */
export abstract class PrefixedElement extends LitElement {
  static tag = '';
  static uses: readonly PrefixedElementClass[] = [];
  static prefix = DEFAULT_PREFIX;

  /** The agency's prefix, the first word of the tag name. */
  get tagPrefix(): string {
    return (this.constructor as typeof PrefixedElement).prefix;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (speaking.size === 0) addEventListener(LOCALE_STATUS_EVENT, speakAgain);
    speaking.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    speaking.delete(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Last, so that what the host says of a part beats what the element says.
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(partSheet(this.tagPrefix));
    return root;
  }

  protected override update(changed: PropertyValues): void {
    withPrefix(this.tagPrefix, () => super.update(changed));
  }

  /** Speaks to the host page: `<prefix>-<name>`, through shadow roots. False when the host took over. */
  protected announce(name: string, detail?: unknown): boolean {
    return this.dispatchEvent(
      new CustomEvent(`${this.tagPrefix}-${name}`, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  /** Speaks to the element that rendered this one, and to nobody else. */
  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
