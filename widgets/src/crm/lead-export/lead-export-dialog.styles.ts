import { css } from 'lit';

export const leadExportDialogStyles = css`
  .stack {
    padding-block-start: var(--_space-2);
  }
  .chosen,
  .recent {
    overflow: auto;
    font-size: var(--_font-size-s);
  }
  /* Whole rows and the frame: none is cut through its text. */
  .chosen {
    max-block-size: calc(6 * 36px + 2px);
    margin-block-end: var(--_space-3);
  }
  .recent {
    max-block-size: 168px;
  }
  .chosen li,
  .recent li {
    display: flex;
    align-items: center;
    gap: 2px;
    min-block-size: 36px;
    padding-block: 2px;
    padding-inline: 14px 4px;
  }
  .chosen li:not(:last-child),
  .recent li:not(:last-child) {
    border-block-end: 1px solid var(--_border);
  }
  .chosen .cut,
  .recent .two {
    flex: 1;
    min-inline-size: 0;
  }
  .recent li {
    padding-block: 6px;
  }
  .two {
    display: grid;
  }
  @media (pointer: coarse) {
    .chosen {
      max-block-size: calc(5 * var(--_control-height-touch) + 2px);
    }
    .chosen li {
      min-block-size: var(--_control-height-touch);
    }
  }
`;
