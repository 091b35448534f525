import { css } from 'lit';

export const dealFormStyles = css`
  .tabs {
    margin-block: var(--_space-4);
  }
  .timeline {
    margin-block-start: 0;
    border: 0;
    padding: 0;
  }
`;
