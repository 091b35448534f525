import { css } from 'lit';

export const accountSettingsStyles = css`
  .sections {
    display: flex;
    flex-direction: column;
    gap: var(--_space-5);
    max-inline-size: 760px;
  }
  section h2 {
    margin-block-end: var(--_space-2);
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    padding: var(--_space-3) var(--_card-padding);
  }
  .line + .line {
    border-block-start: var(--_border-width) solid var(--_border);
  }
  .line > .two {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .line > .row {
    flex: none;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .word {
    flex-wrap: wrap;
  }
  /* Where there is room, who one is stands beside where one is signed in. */
  @container widget (min-width: 1040px) {
    .sections {
      display: grid;
      grid-template: auto auto auto 1fr / repeat(2, minmax(0, 1fr));
      align-items: start;
      max-inline-size: 1280px;
    }
    section:last-child {
      grid-area: 1 / 2 / span 4;
    }
  }
  @container widget (max-width: 520px) {
    .line {
      align-items: stretch;
      flex-direction: column;
    }
    .line > .row {
      flex-wrap: wrap;
    }
  }
`;
