import { css } from 'lit';

/** A dialog in the middle, at the end side with `side`, and a sheet from the bottom on phones. */
export const dialogStyles = css`
  dialog {
    display: none;
    flex-direction: column;
    padding: 0;
    border: 0;
    inline-size: min(var(--dialog-width, 480px), calc(100% - 32px));
    max-inline-size: none;
    max-block-size: min(760px, calc(100% - 48px));
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
  :host([wide]) dialog {
    --dialog-width: 820px;
  }
  :host([side]) dialog {
    margin: 0;
    margin-inline-start: auto;
    inset-block: 0;
    inset-inline: auto 0;
    block-size: 100%;
    max-block-size: none;
    inline-size: min(var(--drawer-width, var(--dialog-width, 460px)), 100%);
    border-radius: 0;
  }
  :host([side]) dialog[open] {
    animation-name: slide;
  }
  :host([side]) dialog:dir(rtl) {
    --away: -1;
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding: var(--_space-4) var(--_space-3) var(--_space-4) var(--_space-5);
    padding-inline: var(--_space-5) var(--_space-3);
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: var(--_font-size-l);
    font-weight: var(--_font-weight-strong);
    letter-spacing: var(--_letter-spacing-heading);
    line-height: var(--_line-height-heading);
    overflow-wrap: anywhere;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 2px var(--_space-5) var(--_space-5);
  }
  .body:focus-visible {
    outline: none;
  }
  /* What can be scrolled by keys alone says that it has the focus. */
  .body[tabindex='0']:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-5);
    border-block-start: 1px solid var(--_border);
  }
  footer:not(.filled) {
    display: none;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  @keyframes slide {
    from {
      opacity: 0;
      translate: calc(16px * var(--away, 1)) 0;
    }
  }
  @keyframes climb {
    from {
      opacity: 0;
      translate: 0 24px;
    }
  }
  @media (max-width: 520px) {
    dialog,
    :host([side]) dialog {
      margin: 0;
      inset: auto 0 0;
      inline-size: 100%;
      block-size: auto;
      max-block-size: calc(100% - 24px);
      border-radius: var(--_radius-panel) var(--_radius-panel) 0 0;
    }
    :host([side]) dialog {
      block-size: calc(100% - 24px);
    }
    dialog[open],
    :host([side]) dialog[open] {
      animation-name: climb;
    }
    footer {
      padding-block-end: max(var(--_space-3), env(safe-area-inset-bottom));
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }
`;
