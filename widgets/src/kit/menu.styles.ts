import { css } from 'lit';

export const menuStyles = css`
  :host {
    display: inline-flex;
    flex: none;
  }
  .list {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    min-inline-size: 180px;
    max-inline-size: min(320px, calc(100vw - 16px));
    max-block-size: min(420px, calc(100dvh - 16px));
    overflow: auto;
    overscroll-behavior: contain;
    border: 0;
    border-radius: var(--_radius-card);
    background: var(--_raised);
    color: var(--_text);
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border);
  }
  .item {
    display: flex;
    align-items: center;
    gap: 9px;
    inline-size: 100%;
    min-block-size: 32px;
    padding: 5px 10px;
    border: 0;
    border-radius: calc(var(--_radius-card) - 4px);
    background: none;
    font-size: var(--_font-size-m);
    font-weight: var(--_font-weight-normal);
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  .item:hover,
  .item:focus-visible,
  .item[aria-expanded='true'] {
    background: var(--_hover);
    outline: none;
  }
  .item:focus-visible {
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  .item .icon {
    color: var(--_text-muted);
  }
  .item.danger,
  .item.danger .icon {
    color: var(--_danger-text);
  }
  .item[aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: default;
  }
  .item[aria-disabled='true']:hover {
    background: none;
  }
  .words {
    min-inline-size: 0;
    flex: 1;
  }
  /* What can be on stands under what is. */
  .item[aria-checked='false']:not(:has(.icon)) .words {
    padding-inline-start: 25px;
  }
  .reason {
    display: block;
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
  }
  .hint,
  kbd {
    margin-inline-start: auto;
    padding-inline-start: 12px;
    font: inherit;
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
    max-inline-size: 140px;
    white-space: nowrap;
  }
  .onward:dir(rtl) {
    scale: -1 1;
  }
  hr {
    margin: 4px 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: var(--_control-height-touch);
    }
  }
  @media (forced-colors: active) {
    .list {
      border: 1px solid CanvasText;
    }
    .item:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .item[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
