import { css } from 'lit';
import { listPanelStyles } from '../../core/list-panel.styles.ts';

export const memberListStyles = [
  listPanelStyles,
  css`
    .list {
      /* A mark above a line of words is no ordinary row. */
      --row: 56px;
    }
    .open {
      margin-block: var(--_space-5) var(--_space-3);
    }
  `,
];
