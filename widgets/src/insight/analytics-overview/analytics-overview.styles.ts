import { css } from 'lit';

export const analyticsOverviewStyles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 1px;
    background: var(--_border);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    overflow: hidden;
  }
  .figure {
    background: var(--_surface);
    padding: 14px 16px;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    align-items: end;
    border: 0;
    text-align: start;
    cursor: pointer;
  }
  .figure:hover {
    background: var(--_hover);
  }
  .figure[aria-pressed='true'] {
    box-shadow: inset 0 -2px 0 var(--_accent-mark);
  }
  .figure:focus-visible {
    outline-offset: -3px;
  }
  .figure .caption {
    grid-column: 1 / 3;
  }
  .figure b {
    font-size: var(--_font-size-2xl);
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.25;
  }
  .change {
    font-size: var(--_font-size-xs);
    font-variant-numeric: tabular-nums;
    color: var(--_text-muted);
    grid-column: 1 / 3;
    min-block-size: 18px;
  }
  .good {
    color: var(--_success-text);
  }
  .bad {
    color: var(--_danger-text);
  }
  .chart {
    padding: var(--_card-padding);
    margin-block: var(--_space-4);
  }
  .table {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 560px;
  }
  .spark {
    inline-size: 56px;
    block-size: 22px;
  }
  @container widget (max-width: 980px) {
    .figures {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container widget (max-width: 520px) {
    .figures {
      grid-template-columns: 1fr 1fr;
    }
    .figure b {
      font-size: var(--_font-size-xl);
    }
    .spark {
      display: none;
    }
  }
`;
