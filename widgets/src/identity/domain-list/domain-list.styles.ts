import { css } from 'lit';

export const domainListStyles = css`
  .list {
    /* A mark above a line of words is no ordinary row. */
    --row: 56px;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    max-block-size: 640px;
  }
  .place {
    min-inline-size: 180px;
  }
  @container widget (inline-size < 520px) {
    /* The choice and the button share the line below the heading. */
    h1:has(+ .place) {
      inline-size: 100%;
    }
    .place {
      flex: 1;
      min-inline-size: 0;
    }
  }
`;
