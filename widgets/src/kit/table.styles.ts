import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    flex: 1;
    container: table / inline-size;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  .scroll {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: inherit;
    position: relative;
  }
  .grid {
    min-inline-size: max-content;
    inline-size: 100%;
  }
  .line {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    min-inline-size: 100%;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
    min-block-size: 36px;
  }
  .head .cell {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 36px;
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .head .cell.end {
    justify-content: flex-end;
  }
  .head .cell.first {
    z-index: 3;
  }
  .head .cell:focus-visible {
    outline-offset: -2px;
  }
  .head button {
    min-inline-size: 0;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    border: 0;
    background: none;
    padding: 4px 0;
    font-weight: inherit;
    cursor: pointer;
    min-block-size: 24px;
  }
  .head button:hover {
    color: var(--_text);
  }
  .head .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 9px;
    cursor: col-resize;
    touch-action: none;
    user-select: none;
  }
  .grip::after {
    content: '';
    position: absolute;
    inset-block: 9px;
    inset-inline-end: 0;
    inline-size: 1px;
    background: var(--_border);
  }
  .grip:hover::after,
  .grip.dragged::after {
    inset-block: 0;
    inline-size: 2px;
    background: var(--_accent-mark);
  }
  .tick {
    display: inline-grid;
    place-items: center;
    flex: none;
    position: relative;
    inline-size: 24px;
    block-size: 24px;
    margin-inline: -4px;
    cursor: pointer;
  }
  .tick input {
    appearance: none;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    cursor: inherit;
    display: grid;
    place-items: center;
  }
  .tick input:checked,
  .tick input:indeterminate {
    background: var(--_accent-mark);
    border-color: var(--_accent-mark);
  }
  .tick input:is(:checked, :indeterminate)::before {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    background: var(--_surface);
    clip-path: polygon(14% 47%, 0 61%, 38% 96%, 100% 26%, 86% 12%, 38% 68%);
  }
  .tick input:indeterminate::before {
    clip-path: inset(40% 4%);
  }
  .cell {
    padding: 0 var(--_space-3);
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell.end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .cell.first {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: inherit;
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 100%;
  }
  :host([density='compact']) {
    --row: var(--_row-height-compact);
  }
  .body {
    position: relative;
  }
  .rows {
    position: absolute;
    inset-inline: 0;
    /* A row that changes moves nothing outside. */
    contain: layout style;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    inset-block-start: 0;
  }
  .body .line {
    /* A reader's larger letters make a taller row. */
    block-size: max(var(--row, var(--_row-height)), 2.5em);
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
    cursor: default;
  }
  .body.open .line {
    cursor: pointer;
  }
  .body .line:hover {
    background: var(--_hover);
  }
  .body .line[aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .body .line:focus-visible,
  .cell:focus-visible {
    outline-offset: -2px;
  }
  .coming i {
    display: block;
    block-size: 10px;
    inline-size: 62%;
    border-radius: 99px;
    background: var(--_pressed);
    /* Only when waiting is felt. */
    animation: come 200ms 150ms both;
  }
  .coming:nth-child(3n) i {
    inline-size: 48%;
  }
  .coming .end i {
    margin-inline-start: auto;
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  .two {
    display: flex;
    flex-direction: column;
    line-height: 1.3;
    min-inline-size: 0;
  }
  .two > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .row > .two {
    flex: 1;
  }
  a {
    color: inherit;
  }
  @media (pointer: coarse) {
    .tick {
      inline-size: 44px;
      block-size: 44px;
      margin-inline: -12px;
    }
    .grip {
      inline-size: 24px;
    }
  }
  @container table (max-width: 620px) {
    .grid.cards {
      min-inline-size: 0;
    }
    .grid.cards .head {
      display: none;
    }
    .body.cards .line {
      display: block;
      block-size: max(var(--card, 76px), 4.6em);
      padding: 10px var(--_space-3);
      overflow: hidden;
    }
    .cards .card {
      display: flex;
      align-items: center;
      gap: var(--_space-3);
      block-size: 100%;
    }
    .card > .two,
    .card > .row {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .line[aria-selected='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    .tick input {
      appearance: auto;
    }
    .tick input::before {
      display: none;
    }
  }
`;
