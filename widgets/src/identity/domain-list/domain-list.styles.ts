import { css } from 'lit';

export const domainListStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 640px;
  }
  .place {
    min-inline-size: 180px;
  }
`;
