import { css } from 'lit';

/** The looks that every field shares: words above, the box, what helps or is wrong below. */
export const fieldStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 5px;
    min-inline-size: 0;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
  }
  legend {
    padding: 0;
  }
  label,
  .label {
    font-size: var(--_font-size-s);
    font-weight: var(--_font-weight-medium);
    color: var(--_text);
  }
  .needed::after {
    content: ' *' / '';
    color: var(--_danger-text);
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
  :host([size='small']) .box {
    min-block-size: var(--_control-height-small);
    padding-block: 2px;
    font-size: var(--_font-size-s);
  }
  .box:focus-visible,
  .shell:has(.inner:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -1px;
    border-color: var(--_focus);
  }
  .shell .inner:focus-visible {
    outline: none;
  }
  .box::placeholder,
  .inner::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .box[aria-invalid='true'],
  .shell.wrong {
    border-color: var(--_danger);
  }
  .box:disabled,
  .shell.off {
    background: var(--_sunken);
    color: var(--_text-disabled);
    border-color: var(--_border);
  }
  .box:read-only:not(select, :disabled, .shell) {
    background: var(--_sunken);
  }
  .hint,
  .error {
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
  }
  .error {
    color: var(--_danger-text);
  }
  .wrap {
    position: relative;
    display: block;
  }
  .wrap > .icon {
    position: absolute;
    inset-inline-end: 9px;
    inset-block-start: calc(50% - 8px);
    pointer-events: none;
    color: var(--_text-muted);
  }
  .end {
    position: absolute;
    inset-inline-end: 3px;
    inset-block: 3px;
    min-inline-size: 26px;
    display: grid;
    place-items: center;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius-control) - 2px);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .end:hover:not(:disabled) {
    background: var(--_hover);
    color: var(--_text);
  }
  .end:disabled {
    cursor: default;
    color: var(--_text-disabled);
  }
  @media (pointer: coarse) {
    .box,
    :host([size='small']) .box {
      min-block-size: var(--_control-height-touch);
      font-size: max(16px, var(--_font-size-m));
    }
    .wrap .end {
      inset: 0;
      inset-inline-start: auto;
      min-inline-size: var(--_control-height-touch);
    }
    .wrap:has(.end) .box {
      padding-inline-end: calc(var(--_control-height-touch) + 2px);
    }
  }
  @media (forced-colors: active) {
    .box[aria-invalid='true'],
    .shell.wrong {
      outline: 1px dashed;
      outline-offset: 2px;
    }
  }
`;
