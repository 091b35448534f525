import { css } from 'lit';

export const analyticsOverviewStyles = css`
  .table {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 560px;
  }
`;
