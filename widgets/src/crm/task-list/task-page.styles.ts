import { css } from 'lit';

export const taskPageStyles = css`
  .above {
    flex-wrap: wrap;
    justify-content: space-between;
    margin-block-end: var(--_space-4);
  }
  .filter {
    flex-wrap: wrap;
  }
  .chosen {
    margin-block-end: var(--_space-3);
  }
  section {
    margin-block-end: var(--_space-5);
  }
  section h2 {
    margin-block-end: var(--_space-2);
  }
  .lines {
    padding-inline: var(--_space-2);
  }
  @media (max-width: 460px) {
    .bar > .row {
      display: contents;
    }
    .bar h1 {
      flex: 1 0 auto;
    }
    .bar .grow {
      flex: 1 1 60%;
      order: 1;
    }
  }
`;
