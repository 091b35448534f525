import { css } from 'lit';

export const dealBoardStyles = css`
  :host {
    block-size: clamp(420px, 78vh, 860px);
  }
  .board {
    flex: 1;
    min-block-size: 0;
  }
  .ways {
    flex: none;
  }
  .table {
    flex: 1;
    min-block-size: 0;
  }
  .narrowing {
    flex-wrap: wrap;
    gap: var(--_space-3);
    margin-block-end: var(--_space-4);
  }
`;
