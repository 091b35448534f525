import { css } from 'lit';

/** Eight series by hue, dash and, in bars, hatching; the first wears the brand. */
export const chartStyles = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 16px;
    min-block-size: 32px;
    margin-block-end: var(--_space-2);
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  .head strong {
    font-weight: var(--_font-weight-strong);
    color: var(--_text);
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
  }
  /* Below the title, with room for the values that reading adds: the plot stays where it is. */
  .narrow .keys {
    order: 3;
    flex-basis: 100%;
    align-content: start;
    min-block-size: 42px;
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-variant-numeric: tabular-nums;
  }
  .key svg {
    inline-size: 20px;
    block-size: 10px;
    flex: none;
  }
  .key b {
    font-weight: var(--_font-weight-strong);
    color: var(--_text);
  }
  .push {
    margin-inline: auto -10px;
  }
  .plot {
    border-radius: var(--_radius-control);
    touch-action: pan-y;
  }
  .plot:focus-visible {
    outline-offset: 4px;
  }
  .plot > svg {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  text {
    font-size: var(--_font-size-xs);
    fill: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .name {
    font-weight: var(--_font-weight-medium);
    fill: var(--_text);
  }
  .rule {
    stroke: var(--_border);
    shape-rendering: crispEdges;
  }
  .s0 {
    color: var(--_accent-mark);
  }
  .s1 {
    color: var(--_chart-3);
    stroke-dasharray: 6 4;
  }
  .s2 {
    color: var(--_chart-2);
    stroke-dasharray: 1 5;
  }
  .s3 {
    color: var(--_neutral-8);
    stroke-dasharray: 10 4 2 4;
  }
  .s4 {
    color: var(--_chart-4);
    stroke-dasharray: 3 3;
  }
  .s5 {
    color: var(--_chart-6);
    stroke-dasharray: 12 4;
  }
  .s6 {
    color: var(--_chart-5);
    stroke-dasharray: 4 4 1 4;
  }
  .s7 {
    color: var(--_chart-8);
    stroke-dasharray: 8 2;
  }
  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .area {
    fill: currentColor;
    opacity: 0.08;
  }
  .mark {
    fill: currentColor;
    stroke: var(--_surface);
    stroke-width: 1.5;
    stroke-dasharray: none;
  }
  .tint {
    fill: currentColor;
    opacity: 0.28;
  }
  .hatch {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-dasharray: none;
  }
  .bar {
    stroke: none;
  }
  .edge {
    fill: none;
    stroke: currentColor;
    stroke-width: 1;
    stroke-dasharray: none;
  }
  .dimmed {
    opacity: 0.45;
  }
  .cursor {
    stroke: var(--_border-control);
    shape-rendering: crispEdges;
  }
  .here {
    fill: var(--_text);
    font-weight: var(--_font-weight-medium);
  }
  .nothing {
    padding: var(--_space-5) 0;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  @media (forced-colors: active) {
    .s0,
    .s1,
    .s2,
    .s3,
    .s4,
    .s5,
    .s6,
    .s7 {
      color: CanvasText;
    }
    text {
      fill: CanvasText;
    }
    .area {
      display: none;
    }
    .tint {
      opacity: 0;
    }
    .mark {
      stroke: Canvas;
    }
    .cursor {
      stroke: Highlight;
    }
    .rule {
      stroke: GrayText;
    }
  }
`;

export const numbersStyles = css`
  .numbers {
    max-block-size: 240px;
    overflow: auto;
    border-radius: var(--_radius-control);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
    font-size: var(--_font-size-s);
    font-variant-numeric: tabular-nums;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_text-muted);
    font-size: var(--_font-size-xs);
    white-space: nowrap;
  }
  th {
    font-weight: var(--_font-weight-medium);
  }
  tbody th {
    font-weight: var(--_font-weight-normal);
    white-space: nowrap;
  }
  th,
  td {
    padding: 7px 10px;
    padding-inline-start: 0;
    border-block-end: 1px solid var(--_border);
    text-align: end;
  }
  th:first-child {
    text-align: start;
  }
`;
