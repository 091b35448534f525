import { css } from 'lit';

/** Things below each other, facts beside their names, and fields that stand in pairs where there is room, for what shows or edits a record. */
export const factsStyles = css`
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-2) var(--_space-4);
    font-size: var(--_font-size-s);
  }
  .facts dt {
    color: var(--_text-muted);
  }
  .facts dd {
    text-align: end;
    min-inline-size: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_space-4);
    align-items: start;
  }
  @container widget (max-width: 520px) {
    .pair {
      grid-template-columns: 1fr;
    }
  }
`;
