import { css } from 'lit';

export const toasterStyles = css`
  /* Within the page: below its end they would make it longer than its window. */
  .visually-hidden {
    margin: -1px;
  }
  .shelf {
    position: fixed;
    inset: auto auto max(20px, env(safe-area-inset-bottom)) 50%;
    translate: -50% 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
    inline-size: max-content;
    max-inline-size: calc(100vw - 32px);
  }
  .shelf:popover-open {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
  }
  .toast {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 6px 6px 6px 14px;
    padding-inline: 14px 6px;
    min-block-size: 42px;
    max-inline-size: 100%;
    border-radius: var(--_radius-card);
    background: var(--_neutral-12);
    color: var(--_surface);
    box-shadow: var(--_shadow-overlay);
    font-size: var(--_font-size-s);
    line-height: 1.4;
    animation: rise var(--_duration-slow) var(--_ease-out);
  }
  .toast span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .toast.danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }
  button {
    flex: none;
    display: inline-grid;
    place-items: center;
    border: 0;
    background: transparent;
    color: inherit;
    font-weight: 600;
    padding: 4px 8px;
    border-radius: var(--_radius-control);
    cursor: pointer;
    min-block-size: 28px;
    min-inline-size: 28px;
  }
  .act {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  button:focus-visible {
    outline-color: currentColor;
    outline-offset: -2px;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  @media (pointer: coarse) {
    button {
      min-block-size: var(--_control-height-touch);
      min-inline-size: var(--_control-height-touch);
    }
  }
  @media (forced-colors: active) {
    .toast {
      border: 1px solid CanvasText;
    }
  }
`;
