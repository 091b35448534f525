import { css } from 'lit';

/** A frame with a bar of buttons over the text. */
export const richTextStyles = css`
  .shell {
    display: flex;
    flex-direction: column;
    padding: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    padding: 3px;
    border-block-end: 1px solid var(--_border);
  }
  .bar > button {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius-control) - 2px);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .bar > button:hover:not(:disabled) {
    background: var(--_hover);
    color: var(--_text);
  }
  .bar > button[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .bar > button:focus-visible {
    outline-offset: -2px;
  }
  .bar > button:disabled {
    color: var(--_text-disabled);
    cursor: default;
  }
  .rule {
    inline-size: 1px;
    block-size: 18px;
    margin-inline: 4px;
    background: var(--_border);
  }
  .place {
    min-block-size: calc(var(--rows, 6) * 1.5em + 18px);
    max-block-size: var(--text-area-max, 420px);
    overflow: auto;
    display: flex;
    line-height: 1.5;
  }
  .waiting {
    padding: 8px 10px;
    white-space: pre-wrap;
    color: var(--_text-muted);
  }
  .link {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_space-3);
    border: 0;
    inline-size: min(320px, calc(100vw - 16px));
    border-radius: var(--_radius-card);
    background: var(--_raised);
    color: var(--_text);
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border);
  }
  .link form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
  }
  .link .acts {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space-2);
  }
  @media (pointer: coarse) {
    .bar > button {
      inline-size: var(--_control-height-touch);
      block-size: var(--_control-height-touch);
    }
  }
  @media (forced-colors: active) {
    .bar > button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .link {
      border: 1px solid;
    }
  }
`;
