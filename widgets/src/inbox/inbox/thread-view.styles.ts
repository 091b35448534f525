import { css } from 'lit';

export const threadViewStyles = css`
  :host {
    display: flex !important;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
    background: var(--_canvas);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding: 10px var(--_space-4);
    min-block-size: 56px;
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
  }
  .head h2 {
    font-size: var(--_font-size-l);
    line-height: 1.25;
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  :host(:not([narrow])) .back {
    display: none;
  }
  .messages {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: var(--_space-5) var(--_space-5) var(--_space-6);
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    overscroll-behavior: contain;
  }
  .message {
    max-inline-size: min(660px, 92%);
    padding: 12px 16px;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
  }
  .message.out {
    align-self: flex-end;
    background: var(--_accent-soft);
    border-color: transparent;
  }
  /* A frame has no width of its own. */
  .message.whole {
    inline-size: 100%;
  }
  .message header {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-4);
    margin-block-end: 6px;
    font-size: var(--_font-size-s);
  }
  .from {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    min-inline-size: 0;
  }
  .when {
    flex: none;
    white-space: nowrap;
  }
  .addresses,
  .elsewhere {
    margin-block-end: 6px;
  }
  .elsewhere {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_warning-text);
  }
  .decisions,
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .decisions,
  .files,
  details,
  .composer .row {
    margin-block-start: var(--_space-2);
  }
  .question {
    margin: 0;
    padding: var(--_space-2) var(--_space-4);
    background: var(--_surface);
    border-block-start: 1px solid var(--_border);
  }
  .to,
  .recipient {
    display: block;
    margin-block-end: var(--_space-2);
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .message p {
    margin: 0 0 var(--_space-2);
  }
  details {
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  summary {
    cursor: pointer;
    inline-size: fit-content;
    min-block-size: 24px;
  }
  @media (pointer: coarse) {
    summary {
      min-block-size: var(--_control-height-touch);
      align-content: center;
    }
  }
  details[open] .show,
  details:not([open]) .hide {
    display: none;
  }
  .file {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    font-size: var(--_font-size-xs);
    padding: 4px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-control);
  }
  .problem {
    color: var(--_danger-text);
    font-size: var(--_font-size-s);
    margin-block-start: 6px;
  }
  .composer {
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    background: var(--_surface);
    border-block-start: 1px solid var(--_border);
    --text-area-max: 280px;
  }
`;
