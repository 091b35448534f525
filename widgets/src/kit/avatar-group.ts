import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Avatar } from './avatar.ts';
import { kitStyles } from './kit.styles.ts';

/** Several people in the room of two: the first few as discs, the rest as a number. It says all their names. */
export class AvatarGroup extends PrefixedElement {
  static override tag = 'avatar-group';
  static override uses = [Avatar];
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
      }
      .group {
        display: inline-flex;
        align-items: center;
        padding-inline-start: 4px;
      }
      .disc {
        display: inline-flex;
        margin-inline-start: -4px;
        border-radius: 50%;
        box-shadow: 0 0 0 2px var(--_surface);
      }
      .more {
        margin-inline-start: 6px;
        font-size: var(--_font-size-xs);
        color: var(--_text-muted);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  @property({ attribute: false }) people: readonly { name: string; src?: string }[] = [];
  /** Discs at most. */
  @property({ type: Number }) most = 4;
  @property() size: Avatar['size'] = 'normal';

  override render(): unknown {
    const shown = this.people.slice(0, this.most);
    const rest = this.people.length - shown.length;
    const names = new Intl.ListFormat(document.documentElement.lang || 'en').format(
      this.people.map((person) => person.name),
    );
    return html`<span class="group" role="img" aria-label=${names}
      >${shown.map(
        ({ name, src }) =>
          html`<span class="disc"><x-avatar name=${name} src=${src ?? ''} size=${this.size}></x-avatar></span>`,
      )}${rest > 0 ? html`<span class="more">+${rest}</span>` : ''}</span
    >`;
  }
}
