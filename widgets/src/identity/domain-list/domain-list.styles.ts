import { css } from 'lit';
import { listPanelStyles } from '../../core/list-panel.styles.ts';

export const domainListStyles = [
  listPanelStyles,
  css`
    .list {
      /* A mark above a line of words is no ordinary row. */
      --row: 56px;
    }
  `,
];
