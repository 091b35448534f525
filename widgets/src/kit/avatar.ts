import { css } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { avatarMark, avatarMarkStyles, initialsOf } from './avatar-mark.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A person by picture or initials; decoration beside the name.
 * @csspart avatar - The disc.
 */
export class Avatar extends PrefixedElement {
  static override tag = 'avatar';
  static override styles = [
    kitStyles,
    avatarMarkStyles,
    css`
      :host {
        display: inline-flex;
        flex: none;
      }
      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      :host([size='small']) .avatar {
        inline-size: 20px;
        block-size: 20px;
        font-size: 9px;
      }
      :host([size='large']) .avatar {
        inline-size: 40px;
        block-size: 40px;
        font-size: 14px;
      }
    `,
  ];
  @property() name = '';
  /** Address of a picture; initials stand in for one that does not load. */
  @property() src = '';
  @property({ reflect: true }) size: 'small' | 'normal' | 'large' = 'normal';
  @state() private lost = '';

  override render(): unknown {
    const picture = this.src && this.src !== this.lost;
    return avatarMark(
      picture
        ? html`<img src=${this.src} alt="" loading="lazy" @error=${() => (this.lost = this.src)} />`
        : initialsOf(this.name),
    );
  }
}
