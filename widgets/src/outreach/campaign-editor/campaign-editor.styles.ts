import { css } from 'lit';

export const campaignEditorStyles = css`
  .title {
    flex: 0 1 auto;
    min-inline-size: 120px;
    max-inline-size: min(460px, 100%);
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: transparent;
    padding: 4px 8px;
    margin-inline-start: -8px;
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
    letter-spacing: var(--_letter-spacing-heading);
    text-overflow: ellipsis;
    field-sizing: content;
  }
  @media (pointer: coarse) {
    .title {
      min-block-size: var(--_control-height-touch);
    }
  }
  .title:hover:not(:disabled) {
    border-color: var(--_border);
  }
  .title:focus {
    background: var(--_surface);
    border-color: var(--_border-strong);
  }
  .title[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .bar > .error {
    flex-basis: 100%;
  }
  .card.wrong {
    border-color: var(--_danger);
  }
  .error {
    color: var(--_danger-text);
    font-size: var(--_font-size-s);
  }
  .views {
    margin-block-end: var(--_space-4);
  }
  .statistics {
    display: block;
    min-block-size: 132px;
    margin-block-end: var(--_space-5);
  }
  .statistics .card {
    gap: var(--_space-1);
  }
  .below {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: var(--_space-4);
    align-items: start;
  }
  .below .history {
    max-inline-size: none;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .settings {
    columns: 340px 3;
    column-gap: var(--_space-4);
  }
  .settings > .card {
    break-inside: avoid;
    margin-block-end: var(--_space-4);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: var(--_space-5);
    align-items: start;
  }
  .flow {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    max-inline-size: 720px;
    inline-size: 100%;
    margin-inline: auto;
  }
  .main {
    display: flex;
    flex-direction: column;
    gap: var(--_space-5);
    min-inline-size: 0;
  }
  .history {
    inline-size: 100%;
    max-inline-size: 720px;
    margin-inline: auto;
    min-block-size: 0;
    padding-block-start: var(--_space-5);
    border-block-start: 1px solid var(--_border);
  }
  .wire {
    display: flex;
    flex-direction: column;
    align-items: center;
  }
  .wire::before,
  .wire::after {
    content: '';
    inline-size: 1px;
    block-size: 12px;
    background: var(--_border-strong);
  }
  .delay {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 4px;
    padding-inline-start: 12px;
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius-card);
    background: var(--_canvas);
    color: var(--_text-muted);
  }
  .amount {
    inline-size: 104px;
  }
  .add {
    align-self: center;
  }
  .aside {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
  }
  .card {
    padding: var(--_card-padding);
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
  }
  .checks li {
    display: flex;
    gap: 9px;
    padding: 5px 0;
    font-size: var(--_font-size-s);
    align-items: flex-start;
  }
  .checks .icon {
    margin-block-start: 2px;
    color: var(--_text-muted);
  }
  .checks .done .icon {
    color: var(--_success-text);
  }
  .checks .done {
    color: var(--_text-muted);
  }
  .why li,
  .boxes li {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 12px;
    padding: 7px 0;
    font-size: var(--_font-size-s);
    border-block-start: 1px solid var(--_border);
  }
  .why li:first-child,
  .boxes li:first-child {
    border: 0;
  }
  .boxes li {
    align-items: center;
  }
  @container widget (max-width: 980px) {
    .below {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container widget (max-width: 860px) {
    .settings {
      columns: 1;
    }
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
    .main {
      display: contents;
    }
    .flow,
    .history {
      max-inline-size: none;
    }
    .history {
      order: 1;
    }
  }
  @container widget (max-width: 520px) {
    .bar .push {
      margin-inline-start: 0;
      flex-wrap: wrap;
    }
  }
`;
