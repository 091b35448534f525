import { css } from 'lit';

export const commandPaletteStyles = css`
  dialog {
    inline-size: min(640px, calc(100vw - 24px));
    max-block-size: min(480px, calc(100dvh - 24px));
    margin: min(14vh, 120px) auto auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-panel);
    background: var(--_raised);
    color: var(--_text);
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border);
    font: inherit;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    animation: arrive var(--_duration-base) var(--_ease-out);
  }
  dialog::backdrop {
    background: var(--_scrim);
  }
  .box {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
  }
  .field {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    padding: 0 var(--_space-4);
    color: var(--_text-muted);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    block-size: 52px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font-size: var(--_font-size-l);
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .close {
    display: grid;
    place-items: center;
    min-inline-size: 28px;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .close .icon {
    display: none;
  }
  kbd {
    display: inline-block;
    min-inline-size: 20px;
    padding: 1px 5px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    box-shadow: inset 0 0 0 1px var(--_border-strong);
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_font-size-xs);
    line-height: 1.4;
    text-align: center;
  }
  .progress {
    flex: none;
    block-size: 1px;
    background: var(--_border);
  }
  .busy {
    background: linear-gradient(90deg, var(--_border) 30%, var(--_accent-mark) 50%, var(--_border) 70%) 100% 0 / 300%
      100%;
    animation: search 1.2s linear infinite;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: var(--_space-1) var(--_space-2) var(--_space-2);
    scroll-padding-block: 32px 8px;
  }
  .list:empty {
    display: none;
  }
  .heading {
    padding: var(--_space-3) var(--_space-2) var(--_space-1);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 36px;
    padding: 4px var(--_space-2);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .option .icon {
    color: var(--_text-muted);
  }
  .option[aria-selected='true'] {
    background: var(--_pressed);
  }
  .option[aria-selected='true'] .icon {
    color: var(--_accent-text);
  }
  .name {
    flex: 0 1 auto;
  }
  .hint {
    flex: 1 2 0;
    color: var(--_text-muted);
    font-size: var(--_font-size-s);
  }
  .shortcut {
    display: flex;
    gap: 3px;
    margin-inline-start: auto;
  }
  .none,
  .problem {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    padding: var(--_space-6) var(--_space-4);
    color: var(--_text-muted);
  }
  .problem {
    padding: var(--_space-2) var(--_space-4);
    color: var(--_warning-text);
    font-size: var(--_font-size-s);
  }
  .keys {
    display: flex;
    gap: var(--_space-4);
    padding: var(--_space-2) var(--_space-4);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
  }
  .keys span {
    display: flex;
    gap: 4px;
    align-items: center;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 -6px;
    }
  }
  @keyframes search {
    to {
      background-position: 0 0;
    }
  }
  @media (pointer: coarse), (max-width: 520px) {
    dialog {
      margin-block-start: 12px;
    }
    .option,
    .close {
      min-block-size: var(--_control-height-touch);
    }
    .close {
      min-inline-size: var(--_control-height-touch);
    }
    .close .icon {
      display: block;
    }
    .close kbd,
    .keys,
    .shortcut {
      display: none;
    }
  }
  @media (forced-colors: active) {
    input:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    dialog {
      border: 1px solid;
    }
    .option[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .option[aria-selected='true'] * {
      color: inherit;
    }
  }
`;
