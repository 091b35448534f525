import { css } from 'lit';

export const auditLogStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 720px;
  }
  .views {
    margin-block-end: var(--_space-3);
  }
`;
