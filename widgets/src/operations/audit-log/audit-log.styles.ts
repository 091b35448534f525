import { css } from 'lit';
import { listPanelStyles } from '../../core/list-panel.styles.ts';

export const auditLogStyles = [
  listPanelStyles,
  css`
    .views {
      margin-block-end: var(--_space-3);
    }
  `,
];
