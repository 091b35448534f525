import { css } from 'lit';

/** The floating list of a field: what matches, what is active, what is chosen. */
export const listboxStyles = css`
  .list {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    border: 0;
    max-block-size: min(320px, calc(100dvh - 32px));
    max-inline-size: calc(100vw - 16px);
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: var(--_radius-card);
    background: var(--_raised);
    color: var(--_text);
    font-size: var(--_font-size-m);
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 9px;
    min-block-size: 32px;
    padding: 5px 10px;
    border-radius: calc(var(--_radius-card) - 4px);
    cursor: pointer;
    scroll-margin-block: 28px 4px;
  }
  .option .cut {
    flex: 1;
  }
  .option .icon {
    inset: auto;
    color: var(--_accent-text);
  }
  .option.active {
    background: var(--_hover);
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  .option:hover:not(.active) {
    background: var(--_hover);
  }
  .option[aria-selected='true'] {
    font-weight: var(--_font-weight-medium);
  }
  .option[aria-disabled='true'] {
    color: var(--_text-disabled);
    cursor: default;
  }
  .option .caption {
    flex: none;
    max-inline-size: 60%;
    unicode-bidi: plaintext;
  }
  .group {
    position: sticky;
    inset-block-start: -4px;
    padding: 8px 10px 4px;
    background: var(--_raised);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .note {
    padding: 8px 10px;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  .note.wrong {
    color: var(--_danger-text);
  }
  @media (pointer: coarse) {
    .option {
      min-block-size: var(--_control-height-touch);
    }
  }
  @media (forced-colors: active) {
    .list {
      border: 1px solid;
    }
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
