import { css } from 'lit';

export const boardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    container: board / inline-size;
  }
  .columns {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(214px, 1fr);
    gap: var(--_space-3);
    flex: 1;
    min-block-size: 0;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    padding: 3px;
    margin: -3px;
  }
  .column {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    border-radius: var(--_radius-card);
    background: var(--_sunken);
    box-shadow: inset 0 0 0 1px var(--_border);
    transition: background var(--_duration-fast) var(--_ease-out);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 11px 12px 9px;
    font-size: var(--_font-size-s);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    font-size: inherit;
    font-weight: var(--_font-weight-strong);
    line-height: 1.3;
  }
  h2 i {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_neutral-8);
  }
  .accent i {
    background: var(--_accent-mark);
  }
  .success i {
    background: var(--_success);
  }
  .warning i {
    background: var(--_warning);
  }
  .danger i {
    background: var(--_danger);
  }
  .info i {
    background: var(--_info);
  }
  .count {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .sum {
    margin-inline-start: auto;
    font-weight: var(--_font-weight-medium);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* Sums of several currencies need a line of their own. */
  .staged header {
    flex-wrap: wrap;
    row-gap: 2px;
  }
  .staged .sum {
    flex: 1 0 100%;
    min-block-size: 1.3em;
    margin: 0;
    color: var(--_text-muted);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .list {
    flex: 1;
    min-block-size: 56px;
    overflow-y: auto;
    overscroll-behavior-y: contain;
    padding: 2px 8px;
  }
  .body {
    position: relative;
  }
  .staged ul {
    position: absolute;
    inset-inline: 0;
  }
  .stages {
    display: none;
    margin-block-end: var(--_space-3);
  }
  .nothing {
    padding: 10px 4px;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
    text-align: center;
  }
  .further {
    padding: 0 8px 8px;
    display: grid;
  }
  .landing .list {
    box-shadow: inset 0 3px 0 -1px var(--_accent-mark);
  }
  .over {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent-mark);
  }
  /* They step back, and can still be read. */
  .refused h2,
  .refused .open {
    color: var(--_text-muted);
    font-weight: var(--_font-weight-normal);
  }
  .refused h2 i {
    opacity: 0.4;
  }
  .refused .card {
    background: transparent;
    box-shadow: 0 0 0 1px var(--_border);
  }
  .refused.over {
    background: var(--_sunken);
    box-shadow: inset 0 0 0 2px var(--_border-strong);
  }
  .why {
    display: flex;
    gap: 8px;
    margin: 0 8px 8px;
    padding: 8px 10px;
    border-radius: var(--_radius-control);
    background: var(--_pressed);
    color: var(--_text-muted);
    font-size: var(--_font-size-s);
    line-height: 1.4;
  }
  .over .why {
    background: var(--_warning-soft);
    color: var(--_warning-text);
  }
  .ghost {
    position: fixed;
    inset: 0 auto auto 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
    pointer-events: none;
    color: inherit;
  }
  .ghost .card {
    box-shadow:
      var(--_shadow-overlay),
      0 0 0 1px var(--_border-strong);
    rotate: 1.2deg;
    opacity: 1;
  }
  .dragging,
  .dragging .card {
    cursor: grabbing;
  }
  @keyframes back {
    from {
      background: var(--_danger-soft);
    }
  }
  @container board (max-width: 620px) {
    .stages {
      display: block;
    }
    .staged {
      grid-auto-columns: calc(100% - 6px);
      scroll-snap-type: inline mandatory;
    }
    .columns:not(.staged) {
      grid-auto-columns: min(86%, 320px);
      scroll-snap-type: inline proximity;
    }
    .column {
      scroll-snap-align: start;
    }
    .dragging {
      scroll-snap-type: none;
    }
  }
  @media (pointer: coarse) {
    .open {
      min-block-size: var(--_control-height-touch);
      margin-block: -8px;
    }
    .move {
      opacity: 1;
      inline-size: var(--_control-height-touch);
      block-size: var(--_control-height-touch);
      margin: -10px -6px -10px 0;
      margin-inline: 0 -6px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ghost .card {
      rotate: none;
    }
  }
  @media (forced-colors: active) {
    .column,
    .card {
      border: 1px solid CanvasText;
    }
    .over {
      border: 2px solid Highlight;
    }
    .refused .open {
      color: GrayText;
    }
  }
`;
