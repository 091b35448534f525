import { css } from 'lit';
import { fieldStyles } from '../../kit/field.styles.ts';
import { kitStyles } from '../../kit/kit.styles.ts';

export const stageRowsStyles = [
  kitStyles,
  fieldStyles,
  css`
    ol {
      display: flex;
      flex-direction: column;
      gap: var(--_space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 110px 130px auto;
      gap: var(--_space-2);
      align-items: start;
    }
    .acts {
      display: flex;
    }
    .further {
      grid-column: 1 / -1;
      display: grid;
      grid-template-columns: 180px minmax(0, 1fr);
      gap: var(--_space-3);
      padding: var(--_space-3);
      border-radius: var(--_radius-control);
      background: var(--_sunken);
    }
    .way {
      margin-block-start: var(--_space-3);
    }
    @media (max-width: 560px) {
      li {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        padding-block-end: var(--_space-2);
        border-block-end: 1px solid var(--_border);
      }
      .name,
      .acts {
        grid-column: 1 / -1;
      }
      .further {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
