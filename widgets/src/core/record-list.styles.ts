import { css } from 'lit';
import { listPanelStyles } from './list-panel.styles.ts';

export const recordListStyles = [
  listPanelStyles,
  css`
    h1 .badge {
      align-self: center;
    }
    .with {
      display: grid;
      gap: var(--_space-5);
      align-items: start;
    }
    .with:has(> .beside) {
      grid-template-columns: minmax(0, 1fr) minmax(340px, 34%);
    }
    @media (max-width: 460px) {
      /* What is made here stands beside its heading; what finds it has a line of its own. */
      .bar > .row {
        display: contents;
      }
      .bar h1 {
        flex: 1 0 auto;
        max-inline-size: 100%;
      }
      .bar .grow {
        flex: 1 1 60%;
        order: 1;
      }
      .bar [icon='archive'],
      .bar .menu {
        order: 2;
      }
    }
    .views,
    .selection {
      margin-block-end: var(--_space-3);
    }
    .selection {
      padding: 4px 12px;
      border-radius: var(--_radius-control);
      background: var(--_accent-soft);
      color: var(--_accent-text);
      font-weight: var(--_font-weight-medium);
      font-size: var(--_font-size-s);
    }
  `,
];
