import { css } from 'lit';
import { listPanelStyles } from '../../core/list-panel.styles.ts';

export const apiKeyListStyles = [
  listPanelStyles,
  css`
    .list {
      /* A mark above a line of words is no ordinary row. */
      --row: 56px;
    }
    .views {
      margin-block-end: var(--_space-4);
    }
  `,
];
