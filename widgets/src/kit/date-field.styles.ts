import { css } from 'lit';

/** A text with a calendar behind it. */
export const dateFieldStyles = css`
  .box {
    padding-inline-end: 34px;
  }
  .panel {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_space-3);
    border: 0;
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100dvh - 16px);
    overflow: auto;
    border-radius: var(--_radius-card);
    background: var(--_raised);
    color: var(--_text);
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border);
  }
  .foot {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-block-size: 40px;
    margin-block-start: var(--_space-2);
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_border);
  }
  /* Seven days of a week that a finger can tell apart. */
  @media (pointer: coarse) and (width < 364px) {
    .panel {
      padding-inline: 0;
      max-inline-size: calc(100vw - 10px);
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid;
    }
  }
`;
