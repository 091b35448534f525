import { css } from 'lit';
import { Checkbox } from './checkbox.ts';

/**
 * On or off, at once: it needs no form to be sent.
 *
 * @slot - More words of the label.
 * @fires change - It was switched.
 * @csspart input - The native box, with the role of a switch.
 * @csspart mark - The track.
 * @cssstate checked - It is on.
 */
export class Switch extends Checkbox {
  static override tag = 'switch';
  static override styles = [
    Checkbox.styles,
    css`
      .mark {
        inline-size: 30px;
        block-size: 18px;
      }
      input {
        border-radius: 99px;
        background: var(--_border-control);
        border-color: transparent;
      }
      input::after {
        content: '';
        position: absolute;
        inset-block-start: 2px;
        inset-inline-start: 2px;
        inline-size: 12px;
        block-size: 12px;
        border-radius: 99px;
        background: var(--_surface);
        transition: inset-inline-start var(--_duration-base) var(--_ease-out);
      }
      input:checked::after {
        inset-inline-start: 14px;
      }
      .icon {
        display: none;
      }
      .hint,
      .error {
        margin-inline-start: 39px;
      }
      @media (forced-colors: active) {
        input {
          appearance: none;
          border: 1px solid ButtonText;
          forced-color-adjust: none;
          background: ButtonFace;
        }
        input::after {
          background: ButtonText;
        }
        input:checked {
          background: Highlight;
        }
        input:checked::after {
          background: HighlightText;
        }
      }
    `,
  ];
  protected override readonly nativeRole = 'switch';
}
