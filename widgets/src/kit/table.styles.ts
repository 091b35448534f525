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
    block-size: 36px;
  }
  .head .cell {
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .head button {
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
  .body .line {
    block-size: var(--row, var(--_row-height));
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
  .body .line:focus-visible {
    outline-offset: -2px;
  }
  .body > .line:last-of-type {
    border-block-end-color: transparent;
  }
  .foot {
    padding: var(--_space-3);
    text-align: center;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
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
  @container table (max-width: 620px) {
    .head {
      display: none;
    }
    .grid {
      min-inline-size: 0;
    }
    .body .line {
      display: block;
      block-size: var(--card, 76px);
      padding: 10px var(--_space-3);
      overflow: hidden;
    }
  }
  @media (forced-colors: active) {
    .line[aria-selected='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
