import { css } from 'lit';

export const filterBarStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .chip,
  .add {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: var(--_control-height-small);
    border: var(--_border-width) solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    font-size: var(--_font-size-s);
  }
  .bar button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-inline-size: 0;
    block-size: 100%;
    min-block-size: 26px;
    padding: 0 9px;
    border: 0;
    border-radius: inherit;
    background: none;
    color: var(--_text);
    cursor: pointer;
    white-space: nowrap;
  }
  .bar button:hover {
    background: var(--_hover);
  }
  .bar button:focus-visible {
    outline-offset: -1px;
  }
  .chip .edit {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .chip .how {
    color: var(--_text-muted);
  }
  .chip .what {
    font-weight: var(--_font-weight-medium);
    max-inline-size: 220px;
  }
  .chip .drop {
    padding: 0 6px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    color: var(--_text-muted);
  }
  .bar .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .add {
    border-style: dashed;
    color: var(--_text-muted);
  }
  .bar .plain {
    color: var(--_text-muted);
    font-size: var(--_font-size-s);
    border-radius: var(--_radius-control);
  }
  .match {
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  .editor {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 6px;
    inline-size: min(280px, calc(100vw - 16px));
    max-block-size: min(380px, calc(100dvh - 16px));
    overflow: auto;
    border: 0;
    border-radius: var(--_radius-card);
    background: var(--_raised);
    color: var(--_text);
    font-size: var(--_font-size-m);
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border);
  }
  .editor h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 8px 8px;
    font-size: var(--_font-size-s);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .editor h3 select {
    margin-inline-start: auto;
    min-block-size: 26px;
    border: 0;
    border-radius: var(--_radius-control);
    background: var(--_pressed);
    color: var(--_text);
    padding: 0 6px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 9px;
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 8px;
    border: 0;
    border-radius: calc(var(--_radius-card) - 4px);
    background: none;
    text-align: start;
    font-size: var(--_font-size-m);
    font-weight: var(--_font-weight-normal);
    cursor: pointer;
  }
  .choice:hover,
  .choice:focus-visible,
  .choice:has(:focus-visible) {
    background: var(--_hover);
  }
  .choice + .more {
    margin-block-start: 4px;
    border-block-start: 1px solid var(--_border);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .choice input {
    accent-color: var(--_accent-mark);
    inline-size: 16px;
    block-size: 16px;
  }
  form {
    display: flex;
    gap: 6px;
    padding: 0 8px 6px;
  }
  form .box {
    flex: 1;
    min-inline-size: 0;
  }
  @media (pointer: coarse) {
    .bar button,
    .editor h3 select,
    .choice {
      min-block-size: var(--_control-height-touch);
    }
    .chip .drop {
      min-inline-size: var(--_control-height-touch);
      justify-content: center;
    }
  }
  @media (forced-colors: active) {
    .editor,
    .editor h3 select {
      border: 1px solid;
    }
    .choice:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
